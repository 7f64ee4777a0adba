import { computed, reactive, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { shopProfile } from '../../contract/settings.ts'
import type { ShopProfile, ShopView } from '../../contract/settings.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { notify } from '../app/notices.ts'

/** What the owner can set about the shop; somebody else's change shows at once unless one is typing. */
export function useShopForm(shop: () => ShopView) {
  const { t } = useI18n()
  const draft = reactive<ShopProfile>({ ...shop() })
  const changed = computed(() => Object.keys(shopProfile.shape).some((name) => !same(name as keyof ShopProfile)))
  const same = (name: keyof ShopProfile, than = shop()) => JSON.stringify(draft[name]) === JSON.stringify(than[name])
  const reset = () => Object.assign(draft, shop())
  watch(shop, (now, before) => {
    const untouched = Object.keys(shopProfile.shape).every((name) => same(name as keyof ShopProfile, before))
    if (untouched) Object.assign(draft, now)
  })

  const { submit, errorAt, busy, refusal } = useForm({
    schema: shopProfile,
    command: useCommand(client.settings.update),
    place: ({ code }) => (code === 'IN_STORE_PREFIX_OF_SCALE' ? 'inStorePrefix' : undefined),
  })

  async function save(): Promise<void> {
    const saved = await submit({ ...draft })
    if (!saved) return
    Object.assign(draft, saved)
    notify({ tone: 'done', text: t('settings.saved') })
  }

  return { draft, changed, reset, save, errorAt, busy, refusal }
}
