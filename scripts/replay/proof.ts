/** Asks the shop's own file, by plain SQL, whether it holds just what the year's file says. */
import type { PaperKind } from './papers.ts'
import { amountOfUnits } from './exact.ts'
import { CHANNEL, type ReplayShop } from './shop.ts'
import type { Tally } from './tally.ts'

export interface Proof {
  /** The sum of all line amounts, in minor units. */
  readonly bookedRounded: bigint
  readonly invariants: Readonly<Record<string, boolean>>
}

const KINDS = ['sale', 'customerReturn', 'adjustment'] as const satisfies readonly PaperKind[]
/** A quantity has three decimals, a unit price four. */
const EXACT_DECIMALS = 7

interface Sums {
  readonly lines: bigint
  readonly exact: bigint
  readonly rounded: bigint
  readonly linked: bigint
}
const NOTHING: Sums = { lines: 0n, exact: 0n, rounded: 0n, linked: 0n }

export async function prove({ client, opened }: ReplayShop, tally: Tally): Promise<Proof> {
  const { sqlite } = opened.writer
  const checks = await client.audit.check({})
  const sums = new Map(
    sqlite
      .prepare<[string], Sums & { kind: string }>(
        `SELECT documents.kind, count(*) AS lines, sum(document_lines.quantity * unit_price) AS exact,
           sum(amount) AS rounded, count(original_line_id) AS linked
         FROM documents JOIN document_lines ON document_id = documents.id WHERE channel = ? GROUP BY documents.kind`,
      )
      .safeIntegers()
      .all(CHANNEL)
      .map((row) => [row.kind, row]),
  )
  const moved = sqlite
    .prepare<[string], { code: string; quantity: number }>(
      `SELECT skus.code, sum(stock_movements.quantity) AS quantity FROM stock_movements
       JOIN documents ON documents.id = document_id JOIN skus ON skus.id = sku_id WHERE channel = ? GROUP BY skus.code`,
    )
    .all(CHANNEL)
  const taken = sqlite
    .prepare<[string], { tender: string; amount: number }>(
      `SELECT tender, sum(payments.amount) AS amount FROM payments
       JOIN documents ON documents.id = document_id WHERE channel = ? GROUP BY tender`,
    )
    .all(CHANNEL)
  const short = sqlite.prepare<[], number>('SELECT count(*) FROM stock_movements WHERE balance < 0').pluck().get()

  const { total, booked, refused, papers } = tally
  const holds = (test: (found: Sums, kind: PaperKind) => boolean) =>
    KINDS.every((kind) => test(sums.get(kind) ?? NOTHING, kind))
  return {
    bookedRounded: [...sums.values()].reduce((sum, { rounded }) => sum + rounded, 0n),
    invariants: {
      ...Object.fromEntries(checks.map(({ name, holds: ok }) => [name, ok])),
      everyLineOnce: booked.lines + refused.lines === total.lines && booked.amount + refused.amount === total.amount,
      totalsEqualFile: holds(({ exact }, kind) => amountOfUnits(exact, EXACT_DECIMALS) === papers[kind].amount),
      roundedTotalsEqualFile: holds(({ rounded }, kind) => rounded === BigInt(papers[kind].rounded)),
      linesEqualFile: holds(
        ({ lines, linked }, kind) => lines === BigInt(papers[kind].lines) && linked === BigInt(papers[kind].linked),
      ),
      stockEqualsFile: isSame(tally.moved, new Map(moved.map(({ code, quantity }) => [code, quantity]))),
      moneyEqualsFile: isSame(
        new Map(Object.entries(tally.taken)),
        new Map(taken.map(({ tender, amount }) => [tender, amount])),
      ),
      openingStockSuffices: short === 0,
    },
  }
}

/** What is not there counts as nothing. */
function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every((key) => (a.get(key) ?? 0) === (b.get(key) ?? 0))
}
