/** What the rows that are being written add up to so far: levels, accounts, numbers and the audit chain. */
import type { BusinessDay, Id, Money, Time } from '../../src/contract/values.ts'
import { add, ZERO } from '../../src/contract/values.ts'
import { digestOf, inputHashOf, linkHash, type CommandRecord } from '../../src/main/domain/audit/commands.ts'
import type { Ids } from '../../src/main/domain/context.ts'
import { formatNumber, type Series } from '../../src/main/domain/documents/number-commands.ts'
import { EMPTY, type Level } from '../../src/main/domain/stock/cost.ts'
import type { Tables } from './tables.ts'

export type Books = ReturnType<typeof openBooks>

/** @param last what the shop's founding recorded */
export function openBooks(tables: Tables, ids: Ids, last: { readonly seq: number; readonly hash: Buffer }) {
  const levels = new Map<Id, Level>()
  const owed = new Map<Id, Money>()
  const series = new Map<string, number>()
  let { seq, hash: head } = last
  let lastDocument = 0

  return {
    levelOf: (skuId: Id): Level => levels.get(skuId) ?? EMPTY,
    setLevel: (skuId: Id, level: Level) => levels.set(skuId, level),
    owedBy: (customerId: Id): Money => owed.get(customerId) ?? ZERO,
    owe: (customerId: Id, amount: Money): Money => {
      const after = add(owed.get(customerId) ?? ZERO, amount)
      owed.set(customerId, after)
      return after
    },
    issued: (documentId: Id) => (lastDocument = documentId),
    lastDocument: (): Id => lastDocument,
    nextNumber: (kind: Series, day: BusinessDay): string => {
      const key = `${kind} ${day}`
      const counter = (series.get(key) ?? 0) + 1
      series.set(key, counter)
      return formatNumber(kind, day, counter)
    },
    record: (command: CommandRecord) => {
      seq += 1
      const { payload, ...line } = command
      const salt = ids.secret(16)
      const digest = digestOf(salt, payload)
      head = linkHash({ ...line, seq, digest }, head)
      tables.commands({ ...line, seq, inputHash: inputHashOf(line.name, payload), digest, hash: head })
      tables.commandPayloads({ seq, salt, payload })
    },
    /** Writes the summaries, once all is told. */
    close: (warehouseId: Id) => {
      for (const [skuId, level] of levels) {
        tables.stockLevels({ skuId, warehouseId, onHand: level.onHand })
        tables.stockValues({ skuId, ...level })
      }
      for (const [customerId, amount] of owed) tables.customerAccounts({ customerId, owed: amount })
      for (const [key, counter] of series) {
        const [kind = '', businessDay = ''] = key.split(' ')
        tables.numberSeries({ series: kind, businessDay: businessDay as BusinessDay, last: counter })
      }
    },
  }
}

/** One moment of a trading day. */
export interface Moment {
  readonly recordedAt: Time
  readonly businessDay: BusinessDay
}
