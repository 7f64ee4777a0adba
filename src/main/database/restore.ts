/** The way back: a snapshot becomes the shop again, as another copy of it that skips the numbers already given. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Time } from '../../contract/values.ts'
import { refuse } from '../domain/errors.ts'
import { openWriter, type Writer } from './connection.ts'
import { copyDurably } from './durable.ts'
import type { ShopFolder } from './folder.ts'
import { highestNumbers } from './left-behind.ts'
import { migrate, type Migration } from './migrator.ts'
import { putInPlace } from './shop-file.ts'
import { listSnapshots } from './snapshot-files.ts'
import { copyAttachments, mustBeWhole } from './snapshots.ts'

export interface Restoring {
  readonly file: string
  readonly now: Time
  readonly migrations: readonly Migration[]
  readonly epoch: string
  /** Writes the audit line, in the transaction that makes the copy another one. */
  readonly record: (writer: Writer) => void
}

/** Only while no shop is open. The file that was in place is kept aside. */
export function restoreSnapshot(folder: ShopFolder, restoring: Restoring): void {
  const { file, now } = restoring
  if (!listSnapshots(folder.backups).some((known) => known.file === file)) refuse('SNAPSHOT_NOT_FOUND')
  const source = join(folder.backups, file)
  mustBeWhole(source)
  const attachments = join(folder.backups, 'attachments')
  if (existsSync(attachments)) copyAttachments(attachments, folder.attachments) // before the rows that name them
  putInPlace(folder, now, 'UTC', (beginning) => {
    copyDurably(source, beginning)
    const writer = openWriter(beginning)
    try {
      migrate(writer.sqlite, restoring.migrations, () => undefined) // the snapshot itself is the copy
      writer.sqlite.transaction(() => makeAnother(folder, writer, restoring)).immediate()
    } finally {
      writer.close()
    }
  })
}

function makeAnother(folder: ShopFolder, writer: Writer, { epoch, file, now, record }: Restoring): void {
  const { sqlite } = writer
  const uid = sqlite.prepare<[], string>('SELECT uid FROM shop').pluck().get() ?? ''
  sqlite.prepare('UPDATE shop SET epoch = ?').run(epoch)
  sqlite.exec('DELETE FROM sessions') // or who signed out since would be signed in again
  const lastOf = sqlite.prepare<[string, string], number>(
    'SELECT last FROM number_series WHERE series = ? AND business_day = ?',
  )
  const skip = sqlite.prepare(
    `INSERT INTO number_series (series, business_day, last) VALUES (?, ?, ?)
     ON CONFLICT (series, business_day) DO UPDATE SET last = excluded.last`,
  )
  const explain = sqlite.prepare(
    'INSERT INTO number_gaps (series, business_day, first, last, reason, recorded_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { series, businessDay, last } of highestNumbers(folder, uid)) {
    const given = lastOf.pluck().get(series, businessDay) ?? 0
    if (last <= given) continue
    skip.run(series, businessDay, last)
    explain.run(series, businessDay, given + 1, last, `restored from ${file}`, now)
  }
  record(writer)
}
