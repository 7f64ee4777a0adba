import { onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OpenBasket } from '../../contract/baskets.ts'
import { client } from '../api/client.ts'
import { onChange } from '../api/live.ts'
import { deviceId } from '../app/device.ts'
import { moneyText } from '../ui/formats.ts'
import type { useSaid } from './useSaid.ts'

type Booked = NonNullable<OpenBasket['lastSale']>

/** After a power cut: that the last sale was booked, and what becomes of its receipt for as long as this is what is said. */
export function useBooked({ say, isSaying }: Pick<ReturnType<typeof useSaid>, 'say' | 'isSaying'>) {
  const { t } = useI18n()
  let shown: number | null = null

  function tell({ documentId, number, total, receipt }: Booked): void {
    shown = documentId
    const paper = t(`counter.paper.${receipt?.state ?? 'none'}`)
    say('lastBooked', { number, total: moneyText(total), paper })
  }

  async function follow(): Promise<void> {
    const { lastSale } = await client.baskets.open({ deviceId })
    if (isSaying('lastBooked') && lastSale?.documentId === shown) tell(lastSale)
  }

  const deafen = onChange(['printing'], () => {
    if (isSaying('lastBooked')) follow().catch(() => undefined)
  })
  onScopeDispose(deafen)
  return { tell }
}
