import { computed } from 'vue'
import type { Basket } from '../../contract/orders.ts'
import type { DocumentView } from '../../contract/documents.ts'
import type { Money } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import type { Unanswered } from '../api/useCommand.ts'
import { deviceId, deviceRef } from '../app/device.ts'
import type { OpenSale } from './basket.ts'
import type { Part } from './payment.ts'

interface Selling {
  readonly sale: OpenSale
  readonly basket: Basket
  readonly due: number
  readonly tenders: readonly Part[]
}

/** Sells, or exchanges. What was sent and not answered outlives a reload, so that no sale is ever booked twice. */
export function useSelling() {
  const saleAsked = deviceRef('sale.unanswered', readUnanswered)
  const exchangeAsked = deviceRef('exchange.unanswered', readUnanswered)
  const sell = useCommand(client.orders.sell, saleAsked)
  const exchange = useCommand(client.exchanges.exchange, exchangeAsked)

  async function run({ sale, basket, due, tenders }: Selling): Promise<DocumentView | undefined> {
    const said = { ...basket, note: sale.note, tenders: tenders as Part[] }
    if (sale.returns.length === 0) {
      return sell.run({ ...said, channel: sale.source, expectedTotal: due as Money, basket: deviceId })
    }
    const returns = sale.returns.map(({ line }) => line)
    const done = await exchange.run({
      ...said,
      returns,
      reason: '',
      expectedDifference: due as Money,
      basket: deviceId,
    })
    return done?.sale
  }

  return {
    run,
    /** What the shop says is booked: when the next customer wants just the same, that is another sale. */
    answered(requestId: string) {
      for (const asked of [saleAsked, exchangeAsked]) if (asked.value?.requestId === requestId) asked.value = null
    },
    busy: computed(() => sell.busy.value || exchange.busy.value),
    refusal: computed(() => sell.refusal.value ?? exchange.refusal.value),
    clear() {
      sell.clear()
      exchange.clear()
    },
  }
}

export const changeGiven = (sale: DocumentView): number => sale.payments.reduce((sum, { change }) => sum + change, 0)

function readUnanswered(stored: unknown): Unanswered | null {
  const value = stored as Partial<Unanswered> | null
  return typeof value?.wish === 'string' && typeof value.requestId === 'string' ? (value as Unanswered) : null
}
