/** Files of one JSON value a line: written and read piece by piece, and from any line's position on. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs'

const FLUSH_AT = 256 * 1024
const CHUNK = 256 * 1024
const NEWLINE = 10

export interface LineWriter {
  readonly count: number
  write(value: unknown): void
  close(): void
}

export function writeLines(file: string): LineWriter {
  const handle = openSync(file, 'w')
  let waiting: string[] = []
  let characters = 0
  let count = 0
  const flush = () => {
    if (waiting.length > 0) writeSync(handle, waiting.join(''))
    waiting = []
    characters = 0
  }
  return {
    get count() {
      return count
    },
    write: (value) => {
      const line = `${JSON.stringify(value)}\n`
      waiting.push(line)
      characters += line.length
      count += 1
      if (characters > FLUSH_AT) flush()
    },
    close: () => {
      flush()
      closeSync(handle)
    },
  }
}

export interface Line {
  readonly value: unknown
  /** Where the next one begins. */
  readonly next: number
}

export function* readLines(file: string, from = 0): Generator<Line> {
  const handle = openSync(file, 'r')
  try {
    let begun: Buffer[] = []
    let next = from
    for (let at = from; ;) {
      const chunk = Buffer.allocUnsafe(CHUNK)
      const count = readSync(handle, chunk, 0, CHUNK, at)
      if (count === 0) return
      at += count
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0 && end < count; end = chunk.indexOf(NEWLINE, start)) {
        const line = Buffer.concat([...begun, chunk.subarray(start, end)])
        begun = []
        start = end + 1
        next += line.length + 1
        yield { value: JSON.parse(line.toString('utf8')) as unknown, next }
      }
      begun.push(chunk.subarray(start, count))
    }
  } finally {
    closeSync(handle)
  }
}
