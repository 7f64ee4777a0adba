import { computed, onMounted, ref, shallowRef } from 'vue'
import { useRoute, type LocationQuery } from 'vue-router'
import { client } from '../../api/client.ts'
import { toRefusal, type Refusal } from '../../api/refusal.ts'
import { useCommand } from '../../api/useCommand.ts'
import { deviceRef, oneOf } from '../../app/device.ts'
import { LABEL_SIZES, labelsOf, type Label } from './labels.ts'

export interface Wanted {
  readonly label: Label
  copies: number | null
}

const size = deviceRef('labels.size', oneOf(LABEL_SIZES, '40x30'))
const ONE = 1_000
const MOST_COPIES = 500

/** `?product=12` is a product with all its variants, `?goods=12.34,13.35` are variants of products. */
function wantedGoods({ product, goods }: LocationQuery): { readonly productId: number; readonly skuId?: number }[] {
  if (Number(product)) return [{ productId: Number(product) }]
  const pairs = String(goods ?? '').split(',')
  return pairs.flatMap((pair) => {
    const [productId = 0, skuId = 0] = pair.split('.').map(Number)
    return productId > 0 && skuId > 0 ? [{ productId, skuId }] : []
  })
}

/** Which labels are to be printed, and how many of each. */
export function useLabels() {
  const route = useRoute()
  const wanted = ref<Wanted[]>([])
  const refusal = shallowRef<Refusal | null>(null)
  const giving = useCommand(client.products.giveBarcode)
  const asked = wantedGoods(route.query)
  const ready = ref(asked.length === 0)

  async function put(productId: number, skuId?: number): Promise<void> {
    try {
      const labels = labelsOf(await client.products.get({ productId }))
      for (const label of labels) if (skuId === undefined || label.skuId === skuId) more(label)
    } catch (error) {
      refusal.value = toRefusal(error)
    }
    ready.value = true
  }

  /** What is there already gets one copy more. */
  function more(label: Label): void {
    const there = wanted.value.find((each) => each.label.skuId === label.skuId)
    if (there) there.copies = (there.copies ?? 0) + ONE
    else wanted.value.push({ label, copies: ONE })
  }

  function remove({ label }: Wanted): void {
    wanted.value = wanted.value.filter((each) => each.label.skuId !== label.skuId)
  }

  async function giveBarcode({ label: { skuId } }: Wanted): Promise<void> {
    const product = await giving.run({ skuId })
    const label = product && labelsOf(product).find((each) => each.skuId === skuId)
    if (label) wanted.value = wanted.value.map((each) => (each.label.skuId === skuId ? { ...each, label } : each))
  }

  onMounted(async () => {
    for (const { productId, skuId } of asked) await put(productId, skuId)
  })

  /** One label per copy, in order. */
  const labels = computed(() =>
    wanted.value.flatMap(({ label, copies }) => {
      const count = Math.max(0, Math.min(MOST_COPIES, Math.floor((copies ?? 0) / ONE)))
      return Array.from({ length: count }, () => label)
    }),
  )
  return {
    ...{ wanted, labels, size, ready, put, remove, giveBarcode },
    refusal: computed(() => refusal.value ?? giving.refusal.value),
  }
}
