import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { barcode } from '../../contract/products.ts'
import type { Scanned } from '../../contract/products.ts'
import type { UnitPrice } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from '../session/session.ts'
import { PRICE_DECIMALS } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import type { Found } from './useFinder.ts'

const MOST_TITLE = 120

/** What becomes of a code that the shop does not know: goods made from a name and a price, or a barcode of known ones. */
export function useUnknownCode(code: () => string) {
  const { t } = useI18n()
  const session = useSession()
  const isBarcode = computed(() => barcode.safeParse(code()).success)
  // What is no barcode was a name that somebody typed.
  const title = ref(isBarcode.value ? '' : code())
  const price = ref('')
  const missing = shallowRef<'title' | 'price' | null>(null)
  const creating = useCommand(client.products.quickCreate)
  const binding = useCommand(client.products.bindBarcode)

  /** What was typed, once both fields say something; else which of them does not. */
  function typed(): { title: string; price: UnitPrice } | null {
    const name = title.value.trim().slice(0, MOST_TITLE)
    const sum = parseDecimal(price.value, PRICE_DECIMALS)
    missing.value = name === '' ? 'title' : sum === null || sum < 0 ? 'price' : null
    return missing.value === null ? { title: name, price: sum as UnitPrice } : null
  }

  async function create(): Promise<Scanned | undefined> {
    const said = typed()
    if (!said) return undefined
    return creating.run({ ...said, unit: t('products.defaultUnit'), ...(isBarcode.value && { barcode: code() }) })
  }

  const bind = ({ skuId, unit, scannedUnit }: Found): Promise<Scanned | undefined> =>
    binding.run({ skuId, unit: scannedUnit ?? unit, barcode: code() })

  return {
    ...{ title, price, missing, typed, create, bind, isBarcode },
    mayCreate: computed(() => session.can('products.quickCreate')),
    busy: computed(() => creating.busy.value || binding.busy.value),
    refusal: computed(() => creating.refusal.value ?? binding.refusal.value),
  }
}
