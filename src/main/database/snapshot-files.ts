/** Snapshots are files in `backups/` whose names say when they were taken, in the shop's own time, and why. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { snapshot, type Snapshot } from '../../contract/setup.ts'
import type { Time } from '../../contract/values.ts'

export type SnapshotReason = Snapshot['reason']

const NAME = /^shop-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)-([a-z]+)(?:-\d+)?\.db$/
const KEPT: Readonly<Record<SnapshotReason, number>> = { daily: 14, asked: 20, migration: 5, restore: 5 }

/** A free name such as `shop-20261121-100000+0800-daily.db`. */
export function newSnapshotName(backups: string, reason: SnapshotReason, at: Time, timeZone: string): string {
  const stem = `shop-${stampOf(at, timeZone)}-${reason}`
  for (let count = 1; ; count += 1) {
    const file = count === 1 ? `${stem}.db` : `${stem}-${String(count)}.db`
    if (!existsSync(join(backups, file))) return file
  }
}

/** Newest first. */
export function listSnapshots(backups: string): readonly Snapshot[] {
  const found = readdirSync(backups).flatMap((file) => snapshotOf(backups, file) ?? [])
  return found.sort((a, b) => b.takenAt - a.takenAt || (a.file < b.file ? 1 : -1))
}

/** Removes what is older than the last few of each kind. */
export function pruneSnapshots(backups: string): void {
  const left = { ...KEPT }
  for (const { file, reason } of listSnapshots(backups)) {
    left[reason] -= 1
    if (left[reason] < 0) rmSync(join(backups, file), { force: true })
  }
}

/** What a process that was killed left half-written. */
export function removeUnfinished(backups: string): void {
  for (const file of readdirSync(backups)) {
    if (file.includes(UNFINISHED)) rmSync(join(backups, file), { force: true })
  }
}

const UNFINISHED = '.unfinished'
export const unfinished = (file: string): string => `${file}${UNFINISHED}`

/** `20261121-100000+0800`: the wall clock of the shop, and how far it is from UTC. */
export function stampOf(at: Time, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<string, string>
  const offset = part.timeZoneName?.slice('GMT'.length).replace(':', '') ?? ''
  return `${part.year}${part.month}${part.day}-${part.hour}${part.minute}${part.second}${offset || '+0000'}`
}

function snapshotOf(backups: string, file: string): Snapshot | null {
  const [, year, month, day, hour, minute, second, zone, zoneMinute, reason] = NAME.exec(file) ?? []
  const known = snapshot.shape.reason.safeParse(reason)
  if (!known.success) return null
  const takenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinute}`)
  const { size } = statSync(join(backups, file))
  return { file, takenAt: takenAt as Time, bytes: size, reason: known.data }
}
