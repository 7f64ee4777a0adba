import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { ProductView } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'

/** One product, saved and archived; `productId` is null for a product to be. */
export function useProduct(productId: number | null) {
  const { t } = useI18n()
  const router = useRouter()
  const { data, refusal, refresh, replace } = useLiveQuery<ProductView | null>({
    key: () => ['products.get', productId],
    load: async (signal) => (productId === null ? null : client.products.get({ productId }, { signal })),
    topics: ['products', 'orders', 'returns', 'exchanges', 'corrections', 'stock'],
  })
  const archiving = useCommand(client.products.archive)

  function saved(product: ProductView): void {
    notify({ tone: 'done', text: t('products.saved', { title: product.title }) })
    if (productId === null) void router.replace({ name: 'products', params: { productId: product.id } })
    else replace(product)
  }

  async function archive(archived: boolean): Promise<void> {
    if (productId === null) return
    const product = await archiving.run({ productId, archived })
    if (!product) return
    replace(product)
    notify({
      text: t(archived ? 'products.archived' : 'products.restored', { title: product.title }),
      action: { label: t('common.undo'), run: () => void archive(!archived) },
    })
  }

  return {
    product: data,
    refusal,
    refresh,
    saved,
    archive,
    archiving: archiving.busy,
    archiveRefusal: archiving.refusal,
  }
}
