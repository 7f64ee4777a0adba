import { computed } from 'vue'
import type { Ref } from 'vue'
import type { Basket } from '../../contract/orders.ts'
import type { DocumentView } from '../../contract/documents.ts'
import type { Money } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useAuthorized } from '../api/useAuthorized.ts'
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
  /** As the shop prints receipts when absent. */
  readonly paper: 'none' | undefined
}

/**
 * Sells, exchanges, or takes goods back alone. What was sent and not answered outlives a reload, so that no sale is ever booked twice; what a clerk
 * may not do waits for another's PIN (`asking`).
 */
export function useSelling() {
  const authorizedSale = useAuthorized(client.orders.sell)
  const authorizedExchange = useAuthorized(client.exchanges.exchange)
  const unanswered = deviceRef('sale.unanswered', readUnanswered)
  const unansweredExchange = deviceRef('exchange.unanswered', readUnanswered)
  const sell = useCommand(authorizedSale.send, unanswered)
  const exchange = useCommand(authorizedExchange.send, unansweredExchange)

  async function run({ sale, basket, due, tenders, paper }: Selling): Promise<DocumentView | undefined> {
    const said = { ...basket, note: sale.note, tenders: tenders as Part[], basket: deviceId }
    if (sale.returns.length === 0) {
      const wish = { ...said, channel: sale.source, expectedTotal: due as Money }
      return sell.run(onPaper(wish, paper, unanswered))
    }
    const returns = sale.returns.map(({ line }) => line)
    const wish = { ...said, returns, reason: '', expectedDifference: due as Money }
    const done = await exchange.run(onPaper(wish, paper, unansweredExchange))
    return done && (done.sale ?? done.returned)
  }

  return {
    run,
    asking: computed(() => authorizedSale.asking.value ?? authorizedExchange.asking.value),
    /** What the shop says is booked: when the next customer wants just the same, that is another sale. */
    answered(requestId: string) {
      for (const asked of [unanswered, unansweredExchange]) if (asked.value?.requestId === requestId) asked.value = null
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

/** What may be booked already is asked for just as it was: with other paper it would be another sale. */
function onPaper<I extends object>(wish: I, paper: 'none' | undefined, unanswered: Ref<Unanswered | null>) {
  const without = { ...wish, paper: 'none' as const }
  const before = [wish, without].find((one) => JSON.stringify(one) === unanswered.value?.wish)
  return before ?? (paper === 'none' ? without : wish)
}

function readUnanswered(stored: unknown): Unanswered | null {
  const value = stored as Partial<Unanswered> | null
  return typeof value?.wish === 'string' && typeof value.requestId === 'string' ? (value as Unanswered) : null
}
