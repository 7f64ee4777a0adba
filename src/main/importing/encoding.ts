/** The text of a file: a BOM says its encoding, else it is UTF-8 where it is that without a fault, else GB18030. */
import { closeSync, openSync, readSync } from 'node:fs'
import iconv from 'iconv-lite'
import { notRead } from './source.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const CHUNK = 256 * 1024
/** Text has none of these; a picture or a program has many. */
const BINARY = /[\u0000-\u0008\u000e-\u001a\ufffd]/gu // eslint-disable-line no-control-regex -- what is looked for

export function* bytesOf(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK)
      const count = readSync(handle, chunk, 0, CHUNK, null)
      if (count === 0) return
      yield chunk.subarray(0, count)
    }
  } finally {
    closeSync(handle)
  }
}

export function encodingOf(file: string): Encoding {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for (const chunk of bytesOf(file)) {
      const marked = first ? markedEncoding(chunk) : undefined
      if (marked) return marked
      first = false
      strict.decode(chunk, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

function markedEncoding(chunk: Buffer): Encoding | undefined {
  const [a, b, c] = chunk
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** The file's text, piece by piece; what is no text is refused. */
export function* textOf(file: string): Generator<string> {
  const decoder = iconv.getDecoder(encodingOf(file))
  for (const chunk of bytesOf(file)) {
    const text = decoder.write(chunk)
    if ((text.match(BINARY)?.length ?? 0) * 100 > text.length) notRead()
    yield text
  }
  const rest = decoder.end()
  if (rest !== undefined && rest !== '') yield rest
}
