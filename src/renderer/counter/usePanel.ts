import { ref } from 'vue'
import type { Tender } from '../../contract/documents.ts'
import type { Buyer } from './basket.ts'
import type { useBasket } from './useBasket.ts'
import type { usePaying } from './usePaying.ts'

/** What stands at the right instead of the money. */
export type Panel = 'customer' | 'parked' | 'split' | 'lastSale' | 'seller' | 'collect'

interface Surroundings {
  readonly basket: ReturnType<typeof useBasket>
  readonly paying: ReturnType<typeof usePaying>
}

/** The panel at the right; a tender that needs a customer opens it, and is chosen once there is one. */
export function usePanel({ basket, paying }: Surroundings) {
  const panel = ref<Panel | null>(null)
  let tenderWanted: Tender | null = null

  function open(wanted: Panel): void {
    panel.value = panel.value === wanted ? null : wanted
  }

  function hide(): void {
    panel.value = null
  }

  function forgetTender(): void {
    tenderWanted = null
  }

  function close(): void {
    hide()
    forgetTender()
  }

  async function chooseTender(tender: Tender): Promise<void> {
    tenderWanted = (await paying.chooseTender(tender)) ? tender : null
    if (tenderWanted) panel.value = 'customer'
  }

  function pick(customer: Buyer | null): void {
    basket.setCustomer(customer)
    // Who buys next is a sale that has begun: what they owe is to be seen.
    if (paying.step.value === 'done') paying.step.value = 'basket'
    if (tenderWanted && customer) paying.taking.choose(tenderWanted)
    close()
  }

  return { panel, open, show: (shown: Panel) => (panel.value = shown), hide, forgetTender, close, chooseTender, pick }
}
