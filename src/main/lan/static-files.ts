/** The renderer's bundle over HTTP. */
import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { findRendererFile } from '../core/renderer-files.ts'

/** @returns false where the bundle has no such file */
export function sendStatic(root: string, pathname: string, method: string, response: ServerResponse): boolean {
  const found = findRendererFile(root, pathname)
  if (!found) return false
  response.writeHead(200, found.headers)
  if (method === 'HEAD') response.end()
  else pipeline(createReadStream(found.path), response, () => undefined)
  return true
}
