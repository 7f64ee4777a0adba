import { onScopeDispose } from 'vue'
import { soundWrong } from '../counter/sound.ts'
import { useSession } from '../session/session.ts'
import { guardScans } from './guard.ts'
import type { Scan } from './guard.ts'
import { isPaymentCode } from './paymentCode.ts'
import { deliver, useScans } from './takers.ts'
import { useMeaning } from './useMeaning.ts'

/** A password manager types as fast as a scanner: where it unlocks the shop it is left alone. */
const MANAGED = '[autocomplete="current-password"]'

/** Guards the whole app; to be begun before anything else listens to keys. */
export function useScanGuard(): void {
  const session = useSession()
  useScans(useMeaning().take, { payments: true })
  onScopeDispose(
    guardScans({
      // Whoever is not signed in yet has nothing here that a scan could mean.
      heeds: (target) => (session.me !== null || !session.hasShop) && !target.closest(MANAGED),
      deliver(scan) {
        if (!session.me || session.locked || mayBeSecret(scan)) soundWrong()
        else deliver(understood(scan))
      },
    }),
  )

  /** Half a payment code must not be taken for goods. */
  function understood(scan: Scan) {
    const payment = [scan.code, scan.whole].find((code) => isPaymentCode(code, session.shop?.scaleRules))
    return { ...scan, code: payment ?? scan.code, isPayment: payment !== undefined }
  }
}

/** What would fit into the secret field that it went to is neither shown nor sent anywhere. */
function mayBeSecret({ code, target }: Scan): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'password') return false
  return target.maxLength < 0 || code.length <= target.maxLength
}
