import { reactive } from 'vue'
import type { Currency } from '../../contract/settings.ts'
import type { TRADES } from '../../contract/setup.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from '../session/session.ts'

const CURRENCY_OF: Readonly<Record<string, Currency>> = {
  'Asia/Taipei': 'TWD',
  'Asia/Hong_Kong': 'HKD',
  'Asia/Macau': 'MOP',
  'Asia/Singapore': 'SGD',
  'Asia/Kuala_Lumpur': 'MYR',
  'Asia/Tokyo': 'JPY',
  'Europe/London': 'GBP',
}

/** Opens a new shop, signs its owner in with the password just chosen, and hands on the recovery code. */
export function useNewShop(setupCode: () => string, opened: (recoveryCode: string) => void) {
  const session = useSession()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const form = reactive({
    shopName: '',
    trade: 'general' as (typeof TRADES)[number],
    ownerName: '',
    password: '',
    pin: '',
    currency: CURRENCY_OF[timeZone] ?? ('CNY' as Currency),
  })
  const opening = useCommand(client.setup.openShop)
  const signingIn = useCommand(session.signIn)

  async function open(): Promise<void> {
    const code = setupCode().trim()
    const { pin, ...said } = form
    const asked = { ...said, timeZone, ...(pin ? { pin } : {}), ...(code ? { setupCode: code } : {}) }
    const shop = await opening.run(asked)
    if (!shop) return
    session.hasShop = true
    await signingIn.run({ name: form.ownerName.trim(), password: form.password })
    opened(shop.recoveryCode)
  }

  return { form, busy: opening.busy, refusal: opening.refusal, fieldRule: opening.fieldRule, open }
}
