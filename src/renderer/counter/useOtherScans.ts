import { useMeaning } from '../scans/useMeaning.ts'
import type { Buyer } from './basket.ts'

interface Surroundings {
  /** Whether it was a customer's payment code, which is then done with. */
  readonly payByCode: (code: string) => Promise<boolean>
  readonly choose: (customer: Buyer) => void
}

/** What a scan at the counter can be besides goods: a payment code, a member's card, a receipt. */
export function useOtherScans({ payByCode, choose }: Surroundings) {
  const { tell, whatElseIs } = useMeaning()

  /** @returns whether it was one of them */
  return async (code: string): Promise<boolean> => {
    if (await payByCode(code)) return true
    const meaning = await whatElseIs(code)
    if (meaning.kind === 'unknown') return false
    if (meaning.kind === 'customer') {
      const { id, name, owed } = meaning.customer
      choose({ id, name, owed })
    } else tell(meaning, code)
    return true
  }
}
