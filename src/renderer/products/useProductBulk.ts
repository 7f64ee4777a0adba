import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { notify } from '../app/notices.ts'
import { useSession } from '../session/session.ts'
import { useBulk } from '../ui/lists/useBulk.ts'
import { useSelection } from '../ui/lists/useSelection.ts'

/** What is done to several goods at once: labels for each, or a product taken out of use with all that it comes in. */
export function useProductBulk() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const selection = useSelection(({ skuId }: SkuRow) => skuId)
  const bulk = useBulk(({ productId }: SkuRow) => productId)

  const printLabels = (rows: readonly SkuRow[] = selection.rows.value) =>
    router.push({ name: 'labels', query: { goods: rows.map((row) => `${row.productId}.${row.skuId}`).join() } })

  async function archive(): Promise<void> {
    const rows = selection.rows.value
    const products = [...new Map(rows.map((row) => [row.productId, row])).values()]
    const left = await setArchived(products, true)
    const notDone = new Set(left.map(({ productId }) => productId))
    selection.set(rows.filter(({ productId }) => notDone.has(productId)))
    const done = products.filter(({ productId }) => !notDone.has(productId))
    if (done.length === 0) return
    const undo = { label: t('common.undo'), run: () => void setArchived(done, false) }
    notify({ text: t('products.archivedMany', { count: done.length }), tone: 'done', action: undo })
  }

  const setArchived = (products: readonly SkuRow[], archived: boolean) =>
    bulk.run(`archive ${String(archived)}`, products, ({ productId }, requestId) =>
      client.products.archive({ requestId, productId, archived }),
    )

  const actions = computed(() => [
    { label: t('products.labels'), run: () => printLabels() },
    ...(session.can('products.edit') ? [{ label: t('products.archiveChosen'), run: archive }] : []),
  ])
  return { selection, bulk, actions, printLabels, nameOf: ({ code, title }: SkuRow) => `${code} ${title}` }
}
