/** What the HTTP host refuses before anything is read (DESIGN §10). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { startHost } from '../../src/main/lan/host.ts'
import { aCore, found, OWNER, rid } from './a-core.ts'
import { aHost, ask, askJson, type TestHost } from './a-host.ts'

const STATE = '/rpc/setup/state'
const json = { json: {} }

function cookieOf(headers: { 'set-cookie'?: string[] }): string {
  return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? ''
}

async function signIn(host: TestHost): Promise<string> {
  const { headers } = await askJson(host, '/api/session', { requestId: rid(), ...OWNER })
  return cookieOf(headers)
}

test('it answers by the names of this PC alone', async () => {
  const host = await aHost()
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    expect((await ask(host, '/health', { headers: { host: `${name}:${host.port}` } })).status, name).toBe(200)
  }
  for (const name of [
    `evil.example:${host.port}`,
    `127.0.0.1.evil.example:${host.port}`,
    '127.0.0.1',
    `127.0.0.1:${host.port + 1}`,
    `user@127.0.0.1:${host.port}`,
  ]) {
    expect((await ask(host, '/health', { headers: { host: name } })).status, name).toBe(403)
  }
})

test('it says that it is well', async () => {
  const core = aCore()
  const host = await aHost(core)
  expect((await ask(host, '/health')).json()).toEqual({ status: 'ok', shop: 'none', version: core.version })
  await found(core)
  expect((await ask(host, '/health')).json()).toMatchObject({ shop: 'open' })
})

test('pages of other sites may not ask, by RPC or for a change', async () => {
  const host = await aHost()
  for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${host.port}`, `http://127.0.0.1:1`]) {
    expect((await askJson(host, STATE, json, { origin })).status, origin).toBe(403)
    expect((await askJson(host, '/api/session', {}, { origin })).status, origin).toBe(403)
    expect((await ask(host, `${STATE}?data=%7B%7D`, { headers: { origin } })).status, origin).toBe(403)
  }
  expect((await askJson(host, STATE, json, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await askJson(host, STATE, json, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await askJson(host, STATE, json)).json()).toMatchObject({ json: { shop: 'none', needsCode: true } })
})

test('no other site is ever let in by CORS', async () => {
  const host = await aHost()
  const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
  const answered = await ask(host, STATE, { method: 'OPTIONS', headers })
  expect(answered.status).toBe(403)
  expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('only JSON is read', async () => {
  const host = await aHost()
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
    expect((await askJson(host, STATE, json, { 'content-type': type })).status, type).toBe(415)
  }
  const file = { 'content-disposition': 'attachment; filename="a.json"' }
  expect((await askJson(host, STATE, json, file)).status).toBe(415)
  expect((await askJson(host, STATE, json, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200)
  const headers = { origin: host.origin, 'content-type': 'application/json' }
  const broken = await ask(host, STATE, { method: 'POST', headers, body: '{"json":' })
  expect(broken.status).toBe(400)
  expect(broken.json()).toMatchObject({ json: { code: 'BAD_REQUEST' } })
})

test('what is larger than 4 MB is refused in words, whether its length was said or not', async () => {
  const host = await aHost()
  const large = { requestId: rid(), name: 'x'.repeat(10_000_000), password: 'x' }
  const said = await askJson(host, '/api/session', large)
  expect(said.status).toBe(413)
  expect(said.json()).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', message: 'The request is larger than 4 MB.' })
  const headers = { origin: host.origin, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
  const unsaid = await ask(host, '/api/session', { method: 'POST', headers, body: JSON.stringify(large) })
  expect(unsaid.status).toBe(413)
})

test('without sign-in only the document, sign-in and first run answer', async () => {
  const core = aCore()
  const host = await aHost(core)
  for (const path of ['/api/products', '/api/nothing', '/rpc/products/list', '/rpc/nothing', '/api', '/rpc']) {
    expect((await ask(host, path)).status, path).toBe(401)
    expect((await askJson(host, path, json)).status, path).toBe(401)
  }
  await found(core)
  expect((await ask(host, '/api/products')).json()).toMatchObject({ code: 'NOT_SIGNED_IN', defined: true })
  expect((await ask(host, '/rpc/products/list')).json()).toMatchObject({ json: { code: 'NOT_SIGNED_IN' } })
  for (const path of ['/api/openapi.json', '/api/setup/state', '/api/session']) {
    expect((await ask(host, path)).status, path).toBe(200)
  }
  const forged = { cookie: `guitai_session_${host.port}=forged` }
  expect((await ask(host, '/api/products', { headers: forged })).status).toBe(401)
})

test('the session is a cookie that no script reads and no other site sends', async () => {
  const core = aCore()
  await found(core)
  const host = await aHost(core)
  const signedIn = await askJson(host, '/api/session', { requestId: rid(), ...OWNER })
  const { headers } = signedIn
  expect(signedIn.json()).toMatchObject({ name: OWNER.name, role: 'owner' })
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(
      new RegExp(`^guitai_session_${host.port}=[\\w-]+; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict$`),
    ),
  ])
  const cookie = cookieOf(headers)
  expect((await ask(host, '/api/products', { headers: { cookie: `a=b; ${cookie}` } })).status).toBe(200)
  const out = await askJson(host, '/api/session/end', { requestId: rid() }, { cookie })
  expect(out.headers['set-cookie']).toEqual([expect.stringContaining('Max-Age=0')])
  expect((await ask(host, '/api/products', { headers: { cookie } })).status).toBe(401)
})

test('numbers and switches in an address are read as what they are', async () => {
  const core = aCore()
  await found(core)
  const host = await aHost(core)
  const headers = { cookie: await signIn(host) }
  expect((await ask(host, '/api/products?limit=5&archived=true&search=42', { headers })).status).toBe(200)
  expect((await ask(host, '/api/products/7', { headers })).json()).toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
  const wrong = await ask(host, '/api/products?limit=many', { headers })
  expect(wrong.status).toBe(422)
  expect(wrong.json()).toMatchObject({ code: 'INPUT_INVALID', data: { fields: [{ path: 'limit' }] } })
})

test('a command cannot be carried out by an address alone', async () => {
  const core = aCore()
  await found(core)
  const host = await aHost(core)
  const headers = { cookie: await signIn(host) }
  const data = encodeURIComponent(JSON.stringify({ json: { requestId: rid() } }))
  expect((await ask(host, `/rpc/session/signOut?data=${data}`, { headers })).status).toBe(405)
  expect((await ask(host, '/api/products', { headers })).status).toBe(200)
})

test('every answer carries the safe headers', async () => {
  const host = await aHost()
  for (const path of ['/', '/health', '/api/openapi.json', '/rpc/nothing']) {
    const { headers } = await ask(host, path)
    expect(headers['content-security-policy'], path).toContain("default-src 'none'; script-src 'self';")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['x-frame-options']).toBe('DENY')
  }
})

test('the document describes every procedure of the integration API', async () => {
  const host = await aHost()
  const document = (await ask(host, '/api/openapi.json')).json() as { paths: Record<string, object>; openapi: string }
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths)).toContain('/products/{productId}')
})

test('any address but loopback is refused, with the reason', async () => {
  const core = aCore()
  for (const host of ['0.0.0.0', '192.168.1.10', '::', 'example.com', '127.evil.example']) {
    await expect(startHost({ core, renderer: '', host, port: 0 }), host).rejects.toThrow(/only over HTTPS/)
  }
  const host = await startHost({ core, renderer: '', host: '::1', port: 0 })
  expect(host.origin).toMatch(/^http:\/\/\[::1\]:\d+$/)
  await host.close()
})

describe('the files of the app', () => {
  let renderer = ''
  beforeAll(() => {
    const root = join(process.cwd(), 'node_modules/.cache/guitai/test-renderer')
    renderer = join(root, 'renderer')
    mkdirSync(join(renderer, 'assets'), { recursive: true })
    writeFileSync(join(root, 'secret.txt'), 'secret')
    writeFileSync(join(renderer, 'index.html'), '<!doctype html>')
    writeFileSync(join(renderer, 'assets', 'app-1a2b.js'), 'app()')
    writeFileSync(join(renderer, 'icon.svg'), '<svg/>')
  })

  test('come with their types; the page anew each time, hashed assets for good', async () => {
    const host = await aHost(aCore(), renderer)
    const page = await ask(host, '/')
    expect(page).toMatchObject({ status: 200, text: '<!doctype html>' })
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    const script = await ask(host, '/assets/app-1a2b.js')
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await ask(host, '/icon.svg')).headers['content-type']).toBe('image/svg+xml')
    expect(await ask(host, '/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  test("a page's own address leads to the app, a missing file nowhere", async () => {
    const host = await aHost(aCore(), renderer)
    expect((await ask(host, '/orders/12?from=list')).text).toBe('<!doctype html>')
    for (const path of ['/assets/gone.js', '/favicon.ico']) expect((await ask(host, path)).status, path).toBe(404)
    expect((await ask(host, '/', { method: 'POST' })).status).toBe(404)
  })

  test('nothing outside of them can be reached', async () => {
    const host = await aHost(aCore(), renderer)
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/assets/../../secret.txt',
      '/%00/secret.txt',
      '/secret.txt%00.svg',
      '//secret.txt',
      '/%E0%A4%A',
    ]) {
      const { status, text } = await ask(host, path)
      expect(text, path).not.toContain('secret')
      expect([400, 404], path).toContain(status)
    }
  })
})

test('what is not HTTP is turned away', async () => {
  const host = await aHost()
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1', () => socket.end('certainly not HTTP\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toContain('400 Bad Request')
})

test('closing answers what was asked and cuts event streams', async () => {
  const core = aCore()
  await found(core)
  const host = await aHost(core)
  const cookie = await signIn(host)
  const stream = await fetch(`${host.origin}/api/changes?since=0`, { headers: { cookie } })
  const reader = stream.body?.getReader()
  await reader?.read()
  const ended = (async () => {
    while (!(await reader?.read())?.done);
  })()
  await host.close()
  await expect(ended).rejects.toThrow()
  await expect(ask(host, '/health')).rejects.toThrow('ECONNREFUSED')
})
