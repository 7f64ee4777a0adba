/** Where a file stays while it is brought in: a folder of its own in the shop's, emptied when nothing needs it. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface UploadPlace {
  readonly file: string
  readonly rows: string
  readonly merges: string
  readonly plan: string
}

export interface Uploads {
  placeOf(uid: string): UploadPlace
  /** How many bytes of it are here. */
  received(uid: string): number
  /** Sent twice, a piece is written over itself. */
  write(uid: string, offset: number, bytes: Buffer): number
  remove(uid: string): void
  /** Removes what no import needs any more. */
  keepOnly(uids: readonly string[]): void
}

export function uploadsIn(folder: string): Uploads {
  const dirOf = (uid: string) => join(folder, uid)
  const placeOf = (uid: string): UploadPlace => {
    const dir = dirOf(uid)
    return { file: join(dir, 'file'), rows: join(dir, 'rows'), merges: join(dir, 'merges'), plan: join(dir, 'plan') }
  }
  const received = (uid: string) => statSync(placeOf(uid).file, { throwIfNoEntry: false })?.size ?? 0
  const remove = (uid: string) => rmSync(dirOf(uid), { recursive: true, force: true })
  return {
    placeOf,
    received,
    write: (uid, offset, bytes) => {
      mkdirSync(dirOf(uid), { recursive: true })
      const { file } = placeOf(uid)
      const handle = openSync(file, existsSync(file) ? 'r+' : 'w')
      try {
        writeSync(handle, bytes, 0, bytes.length, offset)
      } finally {
        closeSync(handle)
      }
      return received(uid)
    },
    remove,
    keepOnly: (uids) => {
      if (!existsSync(folder)) return
      for (const name of readdirSync(folder)) if (!uids.includes(name)) remove(name)
    },
  }
}
