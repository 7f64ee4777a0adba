/** Reads single entries of a zip, as a stream, through its central directory. What unfolds beyond measure is refused. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Inflate } from 'fflate/browser'
import { notRead, tooLarge } from './source.ts'

interface Entry {
  readonly name: string
  readonly stored: boolean
  readonly packed: number
  readonly offset: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const MOST_DIRECTORY = 4 * 1024 * 1024
const CHUNK = 64 * 1024
/** A sheet of 200,000 rows and 30 columns stays below. */
const MOST_UNPACKED_MB = 512

export interface Zip {
  has(name: string): boolean
  /** An entry's bytes, unpacked. A missing one refuses the file. */
  unpack(name: string): Generator<Uint8Array>
  close(): void
}

export function openZip(file: string): Zip {
  const handle = openSync(file, 'r')
  try {
    const entries = new Map(directoryOf(handle).map((entry) => [entry.name, entry]))
    let unpacked = 0
    const count = (bytes: number) => {
      unpacked += bytes
      if (unpacked > MOST_UNPACKED_MB * 1024 * 1024) tooLarge(MOST_UNPACKED_MB)
    }
    return {
      has: (name) => entries.has(name),
      unpack: (name) => unpackEntry(handle, entries.get(name) ?? notRead(), count),
      close: () => closeSync(handle),
    }
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

function directoryOf(handle: number): Entry[] {
  const size = fstatSync(handle).size
  const tail = readAt(
    handle,
    Math.max(0, size - END_BYTES - LONGEST_COMMENT),
    Math.min(size, END_BYTES + LONGEST_COMMENT),
  )
  const end = lastIndexOf(tail, END)
  if (end < 0) notRead()
  const bytes = tail.readUInt32LE(end + 12)
  if (bytes > MOST_DIRECTORY) notRead()
  const directory = readAt(handle, tail.readUInt32LE(end + 16), bytes)
  const entries: Entry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY;) {
    const flags = directory.readUInt16LE(at + 8)
    const method = directory.readUInt16LE(at + 10)
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) notRead()
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      stored: method === 0,
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function lastIndexOf(bytes: Buffer, signature: number): number {
  for (let at = bytes.length - END_BYTES; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === signature) return at
  return -1
}

function* unpackEntry(handle: number, entry: Entry, count: (bytes: number) => void): Generator<Uint8Array> {
  const head = readAt(handle, entry.offset, 30)
  if (head.length < 30) notRead()
  let at = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const ready: Uint8Array[] = []
  const inflate = new Inflate((chunk) => {
    count(chunk.length)
    ready.push(chunk)
  })
  for (let left = entry.packed; left > 0;) {
    const chunk = readAt(handle, at, Math.min(CHUNK, left))
    if (chunk.length === 0) notRead()
    at += chunk.length
    left -= chunk.length
    if (entry.stored) ready.push(chunk)
    else push(inflate, chunk, left === 0)
    yield* ready.splice(0)
  }
}

function push(inflate: Inflate, chunk: Uint8Array, last: boolean): void {
  try {
    inflate.push(chunk, last)
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') notRead() // the packing is damaged
    throw error
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, position))
}
