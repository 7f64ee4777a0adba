/** Places an order as every host does: through the contract and the one pipeline. */
import type { Opened } from '../host.ts'
import type { Order } from './orders.ts'

export function placeByPipeline({ client }: Pick<Opened, 'client'>, { lines, tender, total, ...order }: Order) {
  return client.orders.sell({
    ...order,
    lines: lines.map((line) => ({ kind: 'item' as const, ...line })),
    saleDiscount: null,
    roundOff: 'none',
    tenders: [{ tender, amount: total }],
    expectedTotal: total,
    note: '',
  } as Parameters<Opened['client']['orders']['sell']>[0])
}
