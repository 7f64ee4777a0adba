/**
 * The audit line. Each row hashes what it says together with the row before, so a changed or removed line shows; what was
 * asked stands in a table of its own under a salted digest, so that it can be erased and the chain still verifies.
 */
import { hash } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import type { BusinessDay, Id, Time } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import type { Ids, Refs } from '../context.ts'
import { commandPayloads, commands } from './tables.ts'

export interface CommandRecord {
  readonly requestId: string
  readonly payload: string
  readonly actor: Id | null
  readonly device: string
  readonly name: string
  readonly refs: Refs
  readonly refused: string | null
  readonly recordedAt: Time
  readonly businessDay: BusinessDay
}

const SALT_BYTES = 16
const GENESIS = Buffer.alloc(32)

const insertCommand = insertInto(commands)
const insertPayload = insertInto(commandPayloads)
const statements = prepared((db: WriteDb) => ({
  last: db
    .select({ seq: commands.seq, hash: commands.hash })
    .from(commands)
    .orderBy(desc(commands.seq))
    .limit(1)
    .prepare(),
  byRequest: db
    .select({ actor: commands.actor, inputHash: commands.inputHash, refs: commands.refs, refused: commands.refused })
    .from(commands)
    .where(eq(commands.requestId, sql.placeholder('requestId')))
    .prepare(),
}))

export function inputHashOf(name: string, payload: string): Buffer {
  return hash('sha256', `${name}\n${payload}`, 'buffer')
}

export interface EarlierCommand {
  readonly actor: Id | null
  readonly inputHash: Buffer
  readonly refs: Refs
  readonly refused: string | null
}

export function commandOf(db: WriteDb, requestId: string): EarlierCommand | undefined {
  return statements(db).byRequest.get({ requestId })
}

/** Adds a line to the chain, inside the command's own transaction. @returns its seq */
export function recordCommand(db: WriteDb, ids: Ids, record: CommandRecord): number {
  const last = headOfChain(db)
  const seq = last.seq + 1
  const salt = ids.secret(SALT_BYTES)
  const digest = digestOf(salt, record.payload)
  const { payload, ...line } = record
  const link = linkHash({ ...line, seq, digest }, last.hash)
  insertCommand(db, { ...line, seq, inputHash: inputHashOf(record.name, payload), digest, hash: link })
  insertPayload(db, { seq, salt, payload })
  return seq
}

export function digestOf(salt: Buffer, payload: string): Buffer {
  return hash('sha256', Buffer.concat([salt, Buffer.from(payload)]), 'buffer')
}

export interface ChainLink {
  readonly seq: number
  readonly actor: Id | null
  readonly name: string
  readonly refs: Refs
  readonly refused: string | null
  readonly recordedAt: Time
  readonly digest: Buffer
}

export function linkHash(link: ChainLink, previous: Buffer): Buffer {
  const said = [link.seq, link.actor, link.name, link.refs, link.refused, link.recordedAt]
  return hash('sha256', Buffer.concat([previous, link.digest, Buffer.from(JSON.stringify(said))]), 'buffer')
}

/** The last line of the chain, or where an empty one starts. */
export function headOfChain(db: WriteDb): { readonly seq: number; readonly hash: Buffer } {
  return statements(db).last.get() ?? { seq: 0, hash: GENESIS }
}

/** The hash that an empty chain starts from. */
export const CHAIN_START: Buffer = GENESIS
