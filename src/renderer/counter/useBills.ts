import type { ParkedSale } from '../../contract/baskets.ts'
import type { VoidedSale } from '../../contract/corrections.ts'
import type { DocumentView } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { isEmptySale, reopened } from './basket.ts'
import type { Buyer } from './basket.ts'
import type { Split } from './parked/splitLines.ts'
import type { useBasket } from './useBasket.ts'
import type { useInOrder } from './useInOrder.ts'
import type { usePanel } from './usePanel.ts'
import type { useParking } from './useParking.ts'
import type { usePaying } from './usePaying.ts'
import type { useSaid } from './useSaid.ts'

interface Surroundings {
  readonly basket: ReturnType<typeof useBasket>
  readonly inOrder: ReturnType<typeof useInOrder>
  readonly panels: ReturnType<typeof usePanel>
  readonly parking: ReturnType<typeof useParking>
  readonly paying: ReturnType<typeof usePaying>
  readonly said: ReturnType<typeof useSaid>
}

/** Bills beside the open one: parked, recalled, split, or voided and opened again. */
export function useBills({ basket, inOrder, panels, parking, paying, said }: Surroundings) {
  const isEmpty = (): boolean => isEmptySale(basket.sale.value)

  /** Whatever is open is parked first: nothing is lost to a mistake put right. */
  function reopen(voided: VoidedSale): void {
    inOrder(async () => {
      if (!isEmpty()) await parking.parkOpen()
      basket.reopen(reopened(voided, await buyerOf(voided.document)))
      paying.step.value = 'basket'
    })
  }

  /** 拆单: with a parked sale as it lies, or with a new bill. */
  function split(parked: ParkedSale | null = null): void {
    if (!parked && isEmpty()) return
    inOrder(async () => {
      await parking.beginSplit(parked)
      panels.show('split')
    })
  }

  function divide(split: Split): void {
    inOrder(async () => {
      await parking.divide(split)
      const refusal = parking.refusal()
      if (refusal) said.refuse(refusal)
    })
  }

  return {
    park: () => inOrder(parking.park),
    recall: (wanted: ParkedSale) => inOrder(() => parking.recall(wanted)),
    reopen,
    split,
    divide,
  }
}

/** With what they owe by now; who may not see that still sells to them. */
async function buyerOf({ customerId, customerName }: DocumentView): Promise<Buyer | null> {
  if (customerId === null) return null
  const owed = await client.customers.get({ customerId }).then(
    (customer) => customer.owed,
    () => 0,
  )
  return { id: customerId, name: customerName, owed }
}
