/** One process per folder of user data. The next one leaves a note for the first, and goes. */
import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface Note {
  readonly args: readonly string[]
  readonly directory: string
}

/** @returns false where another process holds it; its `onNote` is then called */
export function takeInstance(userData: string, onNote: (note: Note) => void): boolean {
  const notes = join(userData, 'notes')
  mkdirSync(notes, { recursive: true })
  const lock = new Database(join(userData, 'instance.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    writeFileSync(join(notes, `${process.pid}.json`), JSON.stringify({ args: process.argv, directory: process.cwd() }))
    return false
  }
  held.push(lock)
  watch(notes, () => readNotes(notes, onNote)).unref()
  return true
}

/** A handle that is collected as garbage would free its lock. */
const held: Database.Database[] = []

function readNotes(notes: string, onNote: (note: Note) => void): void {
  for (const name of readdirSync(notes)) {
    const text = readFileSync(join(notes, name), 'utf8')
    if (text === '') continue // still being written; the next event comes
    rmSync(join(notes, name))
    onNote(JSON.parse(text) as Note)
  }
}
