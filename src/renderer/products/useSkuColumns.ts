import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SkuRow } from '../../contract/products.ts'
import { useSession } from '../session/session.ts'
import type { ExportColumn } from '../ui/lists/exported.ts'

/** What an export of goods says of each; cost is there for those alone who may see it. */
export function useSkuColumns(also: 'category' | 'value') {
  const { t } = useI18n()
  const session = useSession()
  return computed<ExportColumn<SkuRow>[]>(() => [
    { key: 'title', title: t('products.name'), kind: 'text', value: (row) => row.title },
    { key: 'title', title: t('products.variant'), kind: 'text', value: (row) => row.variant },
    { key: 'code', title: t('products.code'), kind: 'text', value: (row) => row.code },
    ...(also === 'category' ? catalogue() : []),
    ...(session.can('cost.view') ? cost() : []),
    { key: 'onHand', title: t('products.onHand'), kind: 'quantity', value: onHand },
    { key: 'onHand', title: t('products.unit'), kind: 'text', value: (row) => row.unit },
  ])

  function catalogue(): ExportColumn<SkuRow>[] {
    return [
      { key: 'category', title: t('products.category'), kind: 'text', value: (row) => row.category },
      { key: 'price', title: t('products.price'), kind: 'price', value: (row) => row.price },
    ]
  }

  function cost(): ExportColumn<SkuRow>[] {
    const unitCost = {
      key: 'cost',
      title: t('products.cost'),
      kind: 'price',
      value: (row: SkuRow) => row.unitCost,
    } as const
    const value = { key: 'value', title: t('stock.value'), kind: 'money', value: (row: SkuRow) => row.value } as const
    return also === 'value' ? [unitCost, value] : [unitCost]
  }
}

/** A service keeps no stock. */
const onHand = ({ kind, onHand: count }: SkuRow) => (kind === 'goods' ? count : null)
