/** The HTTP host on a free port, and plain requests to it that may say anything in their headers. */
import { request, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { startHost, type Host } from '../../src/main/lan/host.ts'
import { aCore, type TestCore } from './a-core.ts'

export interface TestHost extends Host {
  readonly core: TestCore
  readonly port: number
}

export async function aHost(core = aCore(), renderer = '/nowhere'): Promise<TestHost> {
  const host = await startHost({ core, renderer, host: '127.0.0.1', port: 0 })
  onTestFinished(() => host.close())
  return { ...host, core, port: Number(new URL(host.origin).port) }
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  json(): unknown
}

/** Sends exactly what it is told: the path is not tidied up, and no header is added but Host. */
export function ask(
  { port }: Pick<TestHost, 'port'>,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
) {
  const options = { host: '127.0.0.1', port, path, method, headers: { ...headers }, agent: false }
  return new Promise<Answered>((resolve, reject) => {
    const asking = request(options, (answer) => {
      const { statusCode: status = 0, headers: answered } = answer
      let text = ''
      const finish = () => resolve({ status, headers: answered, text, json: () => JSON.parse(text || '{}') as unknown })
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', finish)
      answer.on('error', reject)
      if (answered['content-type'] === 'text/event-stream') {
        finish() // it would never end by itself
        asking.destroy()
      }
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** A request with a JSON body, as our own screens send it. */
export function askJson(host: TestHost, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const text = JSON.stringify(body)
  return ask(host, path, {
    method: 'POST',
    headers: {
      origin: host.origin,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      ...headers,
    },
    body: text,
  })
}
