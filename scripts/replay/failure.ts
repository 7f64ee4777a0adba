/** What ends a replay, said in one sentence to the person who started it. */
import { ORPCError } from '@orpc/server'
import { ShopIsHeld } from '../../src/main/database/lock.ts'
import { DatabaseFromTheFuture } from '../../src/main/database/migrator.ts'

export class ReplayFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ReplayFailure'
  }
}

const DISK_FULL = ['ENOSPC', 'SQLITE_FULL', 'EDQUOT']
const NOT_WRITABLE = ['EACCES', 'EROFS', 'EPERM', 'SQLITE_READONLY', 'SQLITE_CANTOPEN']
const NO_FOLDER = ['ENOTDIR', 'EEXIST']

/** @param faults what the shop logged as unforeseen, since an answer only names where that stands */
export function inOneSentence(error: unknown, faults: readonly object[] = []): string {
  const isPlain = [ReplayFailure, ShopIsHeld, DatabaseFromTheFuture].some((kind) => error instanceof kind)
  if (isPlain && error instanceof Error) return `The replay ended: ${error.message}`
  const fault = faults.at(-1)
  const code = codeOf(error instanceof ORPCError && fault ? fault : error)
  if (DISK_FULL.includes(code))
    return 'The replay ended: the disk is full. Make room and start it again: it goes on where it stopped.'
  if (NOT_WRITABLE.includes(code)) return `The replay ended: the shop's folder cannot be written (${code}).`
  if (NO_FOLDER.includes(code)) return 'The replay ended: what --shop names is not a folder.'
  if (error instanceof ORPCError)
    return `The replay ended: the shop refused with ${error.code} ${JSON.stringify(fault ?? error.data)}`
  return `The replay ended: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
