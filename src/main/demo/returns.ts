/** Something comes back to the invented shop: mostly with its receipt. */
import type { ReturnLine } from '../../contract/returns.ts'
import { type Id, type Quantity, type Time, type UnitPrice } from '../../contract/values.ts'
import { returnGoods } from '../domain/returns/commands.ts'
import { priceOfReturn } from '../domain/returns/queries.ts'
import type { Chance } from './invented/chance.ts'
import type { SoldTo, Trade } from './trade.ts'

const REASONS = ['尺码不合适', '颜色不合适', '买多了', '口味不合适', '']
const WITHOUT_RECEIPT = 0.08

interface SoldLine {
  readonly id: Id
  readonly kind: string
  readonly unit: string
  readonly quantity: Quantity
  readonly returned: Quantity
}

export function returnSome(trade: Trade, at: Time): void {
  if (trade.chance.happens(WITHOUT_RECEIPT)) returnWithoutReceipt(trade, at)
  else returnWithReceipt(trade, at)
}

function returnWithReceipt(trade: Trade, at: Time): void {
  const { chance, recent, stage } = trade
  if (recent.length === 0) return
  const sale = chance.pick(recent)
  const lines = stage.db.$client.prepare<[Id], SoldLine>(LINES).all(sale.document)
  const left = lines.filter(({ kind, quantity, returned }) => kind === 'goods' && quantity + returned > 0)
  if (left.length === 0) return
  const { id, quantity, returned } = chance.pick(left)
  const most = (quantity + returned) as Quantity
  takeBack(trade, at, sale, { kind: 'linked', originalLineId: id, quantity: partOf(chance, most) })
}

const LINES = `
  SELECT id, kind, unit, quantity,
    (SELECT coalesce(sum(quantity), 0) FROM document_lines AS back WHERE back.original_line_id = document_lines.id) AS returned
  FROM document_lines WHERE document_id = ? ORDER BY position`

/** One piece, or all that is left. */
const partOf = (chance: Chance, most: Quantity): Quantity =>
  most > 1_000 && chance.happens(0.5) ? (1_000 as Quantity) : most

function returnWithoutReceipt(trade: Trade, at: Time): void {
  const { chance, wares } = trade
  const { skuId, price } = chance.pick(wares.filter(({ kind, baseUnit }) => kind === 'goods' && baseUnit !== '斤'))
  const unitPrice = Math.round(price * 0.9) as UnitPrice
  const sale: SoldTo = { document: 0, customerId: null, tender: 'wechat' }
  takeBack(trade, at, sale, { kind: 'unlinked', skuId, quantity: 1_000 as Quantity, unitPrice })
}

function takeBack({ stage, chance, people }: Trade, at: Time, { customerId, tender }: SoldTo, line: ReturnLine): void {
  const lines = [line]
  const who = line.kind === 'linked' && customerId === null ? chance.pick(people.clerks) : people.manager
  const { total, proposed } = priceOfReturn(stage.context(who, at), { customerId, lines })
  const asAsked = total === 0 ? [] : [{ tender, amount: total }]
  const tenders = line.kind === 'linked' ? proposed : asAsked
  const input = { customerId, lines, reason: chance.pick(REASONS), tenders, expectedTotal: total, channel: 'counter' }
  stage.act(who, at, 'returns.returnGoods', input, returnGoods)
}
