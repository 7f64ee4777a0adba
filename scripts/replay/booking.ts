/** Books papers through the very commands that the counter uses. */
import { ORPCError } from '@orpc/server'
import { negate, negateQuantity, type Id, type Money } from '../../src/contract/values.ts'
import type { SoldLine } from './links.ts'
import { codeKindOf, type Paper } from './papers.ts'
import { totalOf } from './plan.ts'
import type { Directory, Sku } from './set-up.ts'
import { CHANNEL, requestIdOf, type Client, type ReplayShop } from './shop.ts'
import type { SourceLine } from './source.ts'

type SaleLine = Parameters<Client['orders']['sell']>[0]['lines'][number]
type ReturnLine = Parameters<Client['returns']['returnGoods']>[0]['lines'][number]

/** A return's lines with the sales that they come back from. */
export type Sales = readonly (SoldLine | null)[]

export interface Booking {
  /** Issues the paper. @returns the code of the shop's refusal, or null */
  book(paper: Paper, customer: string, sales: Sales): Promise<string | null>
  /** Whether the shop has it already. */
  isBooked(paper: Paper): boolean
  isCash(paper: Paper, customer: string): boolean
}

/** Refusals that say something about the replay itself, not about the paper. */
const FAULTS: readonly string[] = [
  'UNEXPECTED',
  'FORBIDDEN',
  'NOT_SIGNED_IN',
  'SHOP_NOT_OPEN',
  'REQUEST_REUSED',
  'TOTAL_CHANGED',
]

export function bookingInto(shop: ReplayShop, { skus, customers }: Directory): Booking {
  const { client, opened } = shop
  const { currencyDecimals: decimals } = opened.shop()
  const booked = new Set(bookedBefore(shop))
  const lineId = soldLineIds(shop)

  const skuOf = (code: string): Sku => {
    const sku = skus.get(code)
    if (!sku) throw new Error(`no product for ${code}`)
    return sku
  }
  const customerOf = (customer: string): Id | null => (customer === '' ? null : (customers.get(customer) ?? null))
  const said = ({ kind, number }: Paper) => ({
    requestId: requestIdOf(CHANNEL, kind, number),
    channel: CHANNEL,
    channelNumber: number,
  })

  async function issue(paper: Paper, customer: string, sales: Sales): Promise<void> {
    const total = totalOf(paper, decimals)
    const customerId = customerOf(customer)
    const whole = { saleDiscount: null, roundOff: 'none' as const, note: '' }
    switch (paper.kind) {
      case 'sale': {
        const lines = paper.lines.map((line) => saleLine(line, skuOf))
        const tenders = tendersOf(total, customerId)
        await client.orders.sell({ ...said(paper), ...whole, customerId, lines, tenders, expectedTotal: total })
        return
      }
      case 'customerReturn': {
        const lines = paper.lines.map((line, index) => returnLine(line, sales[index] ?? null, skuOf, lineId))
        const refund = negate(total)
        const tenders = tendersOf(refund, customerId)
        await client.returns.returnGoods({
          ...said(paper),
          customerId,
          lines,
          reason: '',
          tenders,
          expectedTotal: refund,
        })
        return
      }
      case 'adjustment': {
        const lines = paper.lines.map(({ code, quantity }) => ({ skuId: skuOf(code).id, quantity }))
        await client.stock.adjust({ ...said(paper), reason: paper.reason, lines })
      }
    }
  }

  return {
    book: async (paper, customer, sales) => {
      try {
        await issue(paper, customer, sales)
        return null
      } catch (error) {
        const code = refusalOf(error)
        if (code !== null && !FAULTS.includes(code)) return code
        throw error
      }
    },
    isBooked: (paper) => booked.has(keyOf(paper)),
    isCash: (paper, customer) => {
      if (paper.kind === 'adjustment' || customer !== '') return false
      const total = totalOf(paper, decimals)
      return paper.kind === 'sale' ? total > 0 : total < 0
    },
  }
}

function refusalOf(error: unknown): string | null {
  return error instanceof ORPCError && error.defined ? String(error.code) : null
}

function saleLine({ code, description, quantity, price }: SourceLine, skuOf: (code: string) => Sku): SaleLine {
  if (codeKindOf(code) === 'discount') {
    return { kind: 'discount', title: description || code, quantity: negateQuantity(quantity), unitPrice: price }
  }
  const sku = skuOf(code)
  return { kind: 'item', skuId: sku.id, quantity, ...(price === sku.price ? {} : { unitPrice: price }) }
}

function returnLine(
  { code, description, quantity, price }: SourceLine,
  sale: SoldLine | null,
  skuOf: (code: string) => Sku,
  lineId: (sale: SoldLine) => Id,
): ReturnLine {
  const count = negateQuantity(quantity)
  if (codeKindOf(code) === 'discount') {
    return { kind: 'allowance', title: description || code, quantity: count, unitPrice: price }
  }
  if (!sale) return { kind: 'unlinked', skuId: skuOf(code).id, quantity: count, unitPrice: price }
  const isShare = price === sale.line.price && isExact(price, quantity)
  return { kind: 'linked', originalLineId: lineId(sale), quantity: count, ...(isShare ? {} : { unitPrice: price }) }
}

/** Of whole pieces at whole pennies the share of what was paid is the price itself, without rounding. */
const isExact = (price: number, quantity: number) => price % 100 === 0 && quantity % 1_000 === 0

function tendersOf(total: Money, customerId: Id | null) {
  if (total <= 0) return [] // nothing to pay; what comes to less than nothing is refused by the shop
  return [{ tender: customerId === null ? ('cash' as const) : ('onAccount' as const), amount: total }]
}

const keyOf = ({ kind, number }: Pick<Paper, 'kind' | 'number'>) => `${kind} ${number}`

function bookedBefore({ opened }: ReplayShop): string[] {
  const query = `SELECT kind || ' ' || channel_number FROM documents WHERE channel = ? AND channel_number IS NOT NULL`
  return opened.writer.sqlite.prepare<[string], string>(query).pluck().all(CHANNEL)
}

function soldLineIds({ opened }: ReplayShop): (sale: SoldLine) => Id {
  const find = opened.writer.sqlite
    .prepare<[string, string, number], Id>(
      `SELECT document_lines.id FROM documents JOIN document_lines ON document_id = documents.id
       WHERE channel_number = ? AND channel = ? AND documents.kind = 'sale' AND position = ?`,
    )
    .pluck()
  return ({ number, position }) => {
    const found = find.get(number, CHANNEL, position)
    if (found === undefined) throw new Error(`sale ${number} has no line ${position}`)
    return found
  }
}
