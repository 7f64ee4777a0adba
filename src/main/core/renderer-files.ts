/** The renderer's bundle, as every host serves it: hashed assets for good, the page itself asked for anew each time. */
import { statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

export interface RendererFile {
  readonly path: string
  readonly headers: Readonly<Record<'content-type' | 'content-length' | 'cache-control', string>>
}

/** A path without a file's ending is one of the app's own pages; nothing outside the bundle is ever found. */
export function findRendererFile(root: string, pathname: string): RendererFile | null {
  const name = decoded(pathname)
  if (name === null || /[\0\\]/.test(name)) return null
  const path = join(root, extname(name) === '' ? 'index.html' : name)
  if (!path.startsWith(root + sep)) return null
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return null
  const headers = {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': String(stat.size),
    'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  return { path, headers }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
