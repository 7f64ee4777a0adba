import { reactive } from 'vue'
import { useRouter } from 'vue-router'
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

/** Opens a new shop and signs its owner in with the password just chosen. */
export function useNewShop(setupCode: () => string) {
  const session = useSession()
  const router = useRouter()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const form = reactive({
    shopName: '',
    trade: 'general' as (typeof TRADES)[number],
    ownerName: '',
    password: '',
    currency: CURRENCY_OF[timeZone] ?? ('CNY' as Currency),
  })
  const opening = useCommand(client.setup.openShop)
  const signingIn = useCommand(session.signIn)

  async function open(): Promise<void> {
    const code = setupCode().trim()
    const asked = { ...form, timeZone, ...(code ? { setupCode: code } : {}) }
    if (!(await opening.run(asked))) return
    session.hasShop = true
    await signingIn.run({ name: form.ownerName.trim(), password: form.password })
    await router.replace('/')
  }

  return { form, busy: opening.busy, refusal: opening.refusal, fieldRule: opening.fieldRule, open }
}
