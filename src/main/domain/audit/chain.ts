import { asc, eq, gt, sql } from 'drizzle-orm'
import type { ReadDb } from '../../database/connection.ts'
import { CHAIN_START, digestOf, linkHash } from './commands.ts'
import { commandPayloads, commands } from './tables.ts'

/** Each page is a read of its own: a long one would keep the write-ahead log from being emptied (DESIGN §5). */
const PAGE = 1_000

/**
 * Counts the lines that were changed, or that follow one that was taken out; of a payload that was erased only the digest is
 * left, and the chain holds. Lines cut off at the end show in the number that the database gave last.
 */
export function brokenLinks(db: ReadDb, page = PAGE): number {
  const given = lastSeqGiven(db)
  let broken = 0
  let last = { seq: 0, hash: CHAIN_START }
  for (;;) {
    const lines = linesAfter(db, last.seq, page)
    for (const { hash, salt, payload, ...link } of lines) {
      const said = payload === null || salt === null || digestOf(salt, payload).equals(link.digest)
      if (!said || !linkHash(link, last.hash).equals(hash)) broken += 1
      last = { seq: link.seq, hash }
    }
    if (lines.length < page) return broken + (last.seq < given ? 1 : 0)
  }
}

function lastSeqGiven(db: ReadDb): number {
  const rows = db.all<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'commands'`)
  return rows[0]?.seq ?? 0
}

function linesAfter(db: ReadDb, seq: number, page: number) {
  return db
    .select({
      seq: commands.seq,
      actor: commands.actor,
      name: commands.name,
      refs: commands.refs,
      refused: commands.refused,
      recordedAt: commands.recordedAt,
      digest: commands.digest,
      hash: commands.hash,
      salt: commandPayloads.salt,
      payload: commandPayloads.payload,
    })
    .from(commands)
    .leftJoin(commandPayloads, eq(commandPayloads.seq, commands.seq))
    .where(gt(commands.seq, seq))
    .orderBy(asc(commands.seq))
    .limit(page)
    .all()
}
