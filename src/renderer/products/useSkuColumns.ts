import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListedSku, SkuRow } from '../../contract/products.ts'
import { useSession } from '../session/session.ts'
import type { ExportColumn } from '../ui/lists/exported.ts'
import { catalogueColumns, onHand } from './catalogueColumns.ts'

/** What an export of stock says of each; cost is there for those alone who may see it. */
export function useStockColumns() {
  const { t } = useI18n()
  const cost = useCostColumn()
  return computed<ExportColumn<SkuRow>[]>(() => [
    { key: 'title', title: t('products.name'), kind: 'text', value: (row) => row.title },
    { key: 'title', title: t('products.variant'), kind: 'text', value: (row) => row.variant },
    { key: 'code', title: t('products.code'), kind: 'text', value: (row) => row.code },
    ...cost.value.flatMap((unitCost) => [unitCost, value()]),
    { key: 'onHand', title: t('products.onHand'), kind: 'quantity', value: onHand },
    { key: 'onHand', title: t('products.unit'), kind: 'text', value: (row) => row.unit },
  ])

  function value(): ExportColumn<SkuRow> {
    return { key: 'value', title: t('stock.value'), kind: 'money', value: (row) => row.value }
  }
}

/** What an export of products says of each. */
export function useCatalogueColumns() {
  const { t } = useI18n()
  const cost = useCostColumn()
  return computed<ExportColumn<ListedSku>[]>(() => catalogueColumns(t, cost.value))
}

/** None where this person may not see it. */
function useCostColumn() {
  const { t } = useI18n()
  const session = useSession()
  return computed<ExportColumn<SkuRow>[]>(() =>
    session.can('cost.view')
      ? [{ key: 'cost', title: t('products.cost'), kind: 'price', value: (row) => row.unitCost }]
      : [],
  )
}
