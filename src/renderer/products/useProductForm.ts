import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { productInput } from '../../contract/products.ts'
import type { ProductView } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { useSession } from '../session/session.ts'
import { draftOf, emptyProduct, emptySku, emptyUnit, inputOf } from './draft.ts'
import type { ProductDraft } from './draft.ts'
import { filledDown, gridded } from './grid.ts'

/** A product being made or changed. `product` is null for a new one, which begins with `barcode`. */
export function useProductForm(product: () => ProductView | null, barcode: string) {
  const { t } = useI18n()
  const session = useSession()
  const draft = ref<ProductDraft>(fresh())
  const changed = computed(() => JSON.stringify(draft.value) !== before.value)
  const before = ref(JSON.stringify(draft.value))

  function fresh(): ProductDraft {
    const shown = product()
    return shown ? draftOf(shown) : emptyProduct(t('products.defaultUnit'), session.shop?.defaultTaxRate ?? 0, barcode)
  }

  function reset(): void {
    draft.value = fresh()
    before.value = JSON.stringify(draft.value)
  }

  // Somebody else's change is shown at once, unless this one is being typed into.
  watch(product, () => !changed.value && reset())

  const place = (refusal: Refusal) => placeOf(refusal, draft.value)
  const create = useForm({ schema: productInput, command: useCommand(client.products.create), place })
  const update = useForm({
    schema: productInput.extend({ productId: productInput.shape.skus.element.shape.id.unwrap() }),
    command: useCommand(client.products.update),
    place,
  })
  const form = computed(() => (product() ? update : create))

  async function save(): Promise<ProductView | undefined> {
    const shown = product()
    const input = inputOf(draft.value)
    const saved = shown ? await update.submit({ ...input, productId: shown.id }) : await create.submit(input)
    if (saved) {
      draft.value = draftOf(saved)
      before.value = JSON.stringify(draft.value)
    }
    return saved
  }

  return {
    draft,
    changed,
    reset,
    save,
    errorAt: (path: string) => form.value.errorAt(path),
    busy: computed(() => form.value.busy.value),
    refusal: computed(() => form.value.refusal.value),
    addUnit: () => draft.value.units.push(emptyUnit()),
    makeGrid: (colours: readonly string[], sizes: readonly string[]) =>
      (draft.value.skus = gridded(draft.value.skus, draft.value.code, colours, sizes)),
    fillDown: () => (draft.value.skus = filledDown(draft.value.skus)),
    addSku: () => draft.value.skus.push(emptySku(draft.value.skus.at(-1)?.price ?? null)),
  }
}

/** The field that a refusal speaks of. */
function placeOf(refusal: Refusal, { code, units, skus, baseUnit }: ProductDraft): string | undefined {
  const at = (list: string, index: number, field: string) => (index < 0 ? undefined : `${list}.${index}.${field}`)
  switch (refusal.code) {
    case 'CODE_TAKEN':
      if (refusal.data.code === code.trim()) return 'code'
      return at(
        'skus',
        skus.findIndex((sku) => sku.code.trim() === refusal.data.code),
        'code',
      )
    case 'SCALE_CODE_TAKEN':
      return at(
        'skus',
        skus.findIndex((sku) => sku.plu.replace(/^0+(?=.)/, '') === refusal.data.scaleCode),
        'plu',
      )
    case 'BARCODE_TAKEN':
    case 'BARCODE_REPEATED':
      return at(
        'skus',
        skus.findLastIndex((sku) => sku.barcodes.some(({ barcode }) => barcode === refusal.data.barcode)),
        'barcodes',
      )
    case 'VARIANT_REPEATED':
      return at(
        'skus',
        skus.findLastIndex((sku) => sku.variant.trim() === refusal.data.variant),
        'variant',
      )
    case 'FLOOR_ABOVE_PRICE':
      return at(
        'skus',
        skus.findIndex((sku) => sku.variant.trim() === refusal.data.variant),
        'floorPrice',
      )
    case 'UNIT_BELOW_FLOOR':
      return at(
        'units',
        units.findIndex((unit) => unit.name.trim() === refusal.data.unit),
        'price',
      )
    case 'UNIT_REPEATED':
    case 'UNIT_IN_USE': {
      const index = units.findLastIndex((unit) => unit.name.trim() === refusal.data.unit)
      return index < 0 && refusal.data.unit === baseUnit.trim() ? 'baseUnit' : at('units', index, 'name')
    }
    default:
      return undefined
  }
}
