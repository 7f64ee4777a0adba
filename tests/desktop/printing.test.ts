/** Paper and PDF from what a window shows. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sellTea } from './harness/a-sale.ts'
import { clientThrough } from './harness/client.ts'
import { sharedDesktop } from './harness/desktop.ts'
import { openShop } from './harness/first-run.ts'

const shared = sharedDesktop(({ page }) => openShop(page))

test('a receipt is saved as a PDF of its own width, under the name of the page', async () => {
  const { page, main } = shared()
  const sale = await sellTea(await clientThrough(page))
  const file = join(aFolder(), 'receipt.pdf')
  await answerSaveDialog(file)
  await page.evaluate(`location.hash = '#/print/receipt/${sale.id}?sheet=80'`)
  await page.locator('.print-page[data-ready]').waitFor()

  await page.evaluate('guitai.printToPdf()')
  const { defaultPath } = await main(() => (globalThis as unknown as { asked: { defaultPath: string } }).asked)
  expect(defaultPath).toMatch(/小店[^/\\]*\.pdf$/)
  const pdf = readFileSync(file, 'latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  const [, points] = /MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(pdf) ?? []
  expect((Number(points) / 72) * 25.4).toBeCloseTo(80, 0)
})

test('a PDF that nobody wants is not written', async () => {
  const folder = aFolder()
  await answerSaveDialog('')
  await shared().page.evaluate('guitai.printToPdf()')
  expect(readdirSync(folder)).toEqual([])
})

test('a PDF that cannot be written is said, calmly', async () => {
  const nowhere = join(aFolder(), 'not', 'there', 'a.pdf')
  await answerSaveDialog(nowhere)
  await shared().page.evaluate('guitai.printToPdf()')
  const { message, detail } = await shared().main(
    () => (globalThis as unknown as { said: { message: string; detail: string } }).said,
  )
  expect(message).toBe('PDF 没有保存成功')
  expect(detail).toContain(nowhere)
})

test('printing opens the system dialog and goes on whatever is chosen there', async () => {
  const { main, page } = shared()
  await main(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.print = (options, done) => {
      Object.assign(globalThis, { printed: options })
      done?.(false, 'cancelled')
    }
  })
  await page.evaluate('guitai.print()')
  expect(await main(() => (globalThis as unknown as { printed: object }).printed)).toMatchObject({ silent: false })
})

function aFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'guitai-pdf-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

function answerSaveDialog(filePath: string): Promise<void> {
  return shared().main(({ dialog }, path) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      Object.assign(globalThis, { asked: args.at(-1) })
      return Promise.resolve({ canceled: path === '', filePath: path })
    }
    dialog.showMessageBox = (...args: unknown[]) => {
      Object.assign(globalThis, { said: args.at(-1) })
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  }, filePath)
}
