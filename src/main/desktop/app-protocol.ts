/** `app://shop/`: the built screens and nothing else, with the headers that every host sends. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { protocol } from 'electron'
import { findRendererFile } from '../core/renderer-files.ts'
import { SAFE_HEADERS } from '../core/safe-headers.ts'
import { HOST, SCHEME } from './app-address.ts'

/** Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveScreens(renderer: string): void {
  protocol.handle(SCHEME, (request) => answer(renderer, request))
}

function answer(renderer: string, { method, url }: Request): Response {
  const { host, pathname } = new URL(url)
  const isRead = method === 'GET' || method === 'HEAD'
  const file = isRead && host === HOST ? findRendererFile(renderer, pathname) : null
  if (!file) return new Response(null, { status: 404, headers: SAFE_HEADERS })
  const body = method === 'HEAD' ? null : (Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>)
  return new Response(body, { headers: { ...SAFE_HEADERS, ...file.headers } })
}
