/** What a screen may not do, whatever got into it. */
import { expect, test } from 'vitest'
import { sharedDesktop } from './harness/desktop.ts'
import { openShop } from './harness/first-run.ts'

const shared = sharedDesktop()

test('the screens keep their own content security policy, and it holds', async () => {
  const { page } = shared()
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await page.reload()
  await openShop(page)
  expect(refused).toEqual([])

  const violated = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
        const script = document.createElement('script')
        script.textContent = 'window.wasRun = true'
        document.body.append(script)
      }),
  )
  expect(await violated).toBe('script-src-elem')
  expect(await page.evaluate("'wasRun' in window")).toBe(false)
})

test('every answer under app:// carries the safe headers, and nothing outside the bundle is found', async () => {
  const { page } = shared()
  const answers = await page.evaluate(async () => {
    const paths = [
      '/',
      '/assets/none.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5cmain%5cindex.js',
    ]
    const asked = await Promise.all(paths.map((path) => fetch(path)))
    return asked.map((answer) => [answer.status, answer.headers.get('x-content-type-options')])
  })
  expect(answers).toEqual([
    [200, 'nosniff'],
    [404, 'nosniff'],
    [404, 'nosniff'],
    [404, 'nosniff'],
    [404, 'nosniff'],
  ])
  expect(await page.evaluate("fetch('/', { method: 'POST' }).then(({ status }) => status)")).toBe(404)
})

test('the page is sandboxed and knows nothing of Node', async () => {
  const app = shared()
  const preferences = await app.main(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  })
  expect(
    await app.page.evaluate("['require', 'process', 'module', 'Buffer'].filter((name) => name in window)"),
  ).toEqual([])
  expect(await app.page.evaluate('Object.keys(guitai).sort()')).toEqual(['connect', 'platform', 'print', 'printToPdf'])
})

test('a page cannot go elsewhere', async () => {
  const { page } = shared()
  await page.evaluate(() => {
    Object.assign(window, { isStillHere: true })
    location.href = 'https://example.com/'
  })
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'app://elsewhere/' })
    document.body.append(link)
    link.click()
  })
  // A navigation that is let through has replaced the document by the time a request of the same page is answered.
  expect(await page.evaluate("fetch('/').then(({ status }) => status)")).toBe(200)
  expect(await page.evaluate("'isStillHere' in window")).toBe(true)
})

test('a page cannot open windows', async () => {
  const app = shared()
  expect(await app.page.evaluate("window.open('https://example.com/')")).toBeNull()
  expect(await app.page.evaluate("window.open('/')")).toBeNull()
  expect(await app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('no permission is granted', async () => {
  const { page } = shared()
  expect(await page.evaluate('Notification.requestPermission()')).toBe('denied')
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'camera', 'microphone'] as const).map((name) => navigator.permissions.query({ name })),
    ).then((found) => found.map(({ state }) => state)),
  )
  expect(states).toEqual(['denied', 'denied', 'denied'])
})
