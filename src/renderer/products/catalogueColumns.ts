/** What a file of the catalogue says of each variant: all that the import takes, under names that it knows again. */
import type { ComposerTranslation } from 'vue-i18n'
import type { ListedSku, SkuParticulars } from '../../contract/products.ts'
import { PRICE_DECIMALS, QUANTITY_DECIMALS } from '../ui/formats.ts'
import { exact, type ExportColumn } from '../ui/lists/exported.ts'

type Column = ExportColumn<ListedSku>
type Larger = SkuParticulars['units'][number]

/** Between what stands in one cell for several larger units. */
const BETWEEN_UNITS = ';'

/** @param also such as cost, for those who may see it */
export function catalogueColumns(t: ComposerTranslation, also: readonly Column[]): Column[] {
  return [
    { key: 'title', title: t('products.name'), kind: 'text', value: (row) => row.title },
    { key: 'title', title: t('products.variant'), kind: 'text', value: (row) => row.variant },
    { key: 'title', title: t('products.colour'), kind: 'text', value: (row) => row.colour },
    { key: 'title', title: t('products.size'), kind: 'text', value: (row) => row.size },
    { key: 'code', title: t('products.code'), kind: 'text', value: (row) => row.code },
    { key: 'code', title: t('products.styleCode'), kind: 'text', value: (row) => row.particulars?.styleCode },
    { key: 'code', title: t('products.barcodes'), kind: 'text', value: (row) => labelsIn(row, row.unit) },
    { key: 'category', title: t('products.category'), kind: 'text', value: (row) => row.category },
    { key: 'category', title: t('products.brand'), kind: 'text', value: (row) => row.particulars?.brand },
    { key: 'category', title: t('products.season'), kind: 'text', value: (row) => row.particulars?.season },
    { key: 'price', title: t('products.price'), kind: 'price', value: (row) => row.price },
    { key: 'price', title: t('products.memberPrice'), kind: 'price', value: (row) => row.particulars?.memberPrice },
    {
      ...{ key: 'price', title: t('products.wholesalePrice'), kind: 'price' },
      value: (row) => row.particulars?.wholesalePrice,
    },
    { key: 'price', title: t('products.tagPrice'), kind: 'price', value: (row) => row.particulars?.tagPrice },
    { key: 'price', title: t('products.floorPrice'), kind: 'price', value: (row) => row.particulars?.floorPrice },
    ...largerUnitColumns(t),
    ...also,
    { key: 'onHand', title: t('products.onHand'), kind: 'quantity', value: onHand },
    // What prices and counts are of is said also where the one or the other is left out.
    { key: 'title', title: t('products.unit'), kind: 'text', value: (row) => row.unit },
    {
      ...{ key: 'title', title: t('products.use'), kind: 'text' },
      value: (row) => (row.archived ? t('products.archives.yes') : null),
    },
  ]
}

function largerUnitColumns(t: ComposerTranslation): Column[] {
  const price = (name: 'price' | 'memberPrice' | 'wholesalePrice', title: string): Column => ({
    ...{ key: 'price', title, kind: 'price' },
    value: (row) => perUnit(row, (unit) => unit[name], PRICE_DECIMALS),
  })
  return [
    {
      key: 'price',
      title: t('imports.field.bigUnit'),
      kind: 'text',
      value: (row) => unitsOf(row).map(named).join(BETWEEN_UNITS),
    },
    {
      ...{ key: 'price', title: t('imports.field.factor'), kind: 'quantity' },
      value: (row) => perUnit(row, ({ factor }) => factor, QUANTITY_DECIMALS),
    },
    { key: 'price', title: t('imports.field.bigBarcode'), kind: 'text', value: largerLabels },
    price('price', t('imports.field.bigPrice')),
    price('memberPrice', t('imports.field.bigMemberPrice')),
    price('wholesalePrice', t('imports.field.bigWholesalePrice')),
  ]
}

/** A service keeps no stock. */
export const onHand = ({ kind, onHand: count }: ListedSku) => (kind === 'goods' ? count : null)

const unitsOf = ({ particulars }: ListedSku): readonly Larger[] => particulars?.units ?? []
const named = ({ name }: Larger): string => name

/** Of one larger unit a number, of several their numbers one after another. */
function perUnit(row: ListedSku, valueOf: (unit: Larger) => number | null, decimals: number): string | number | null {
  const values = unitsOf(row).map(valueOf)
  const [first = null] = values
  if (values.length <= 1 || values.every((value) => value === null)) return first
  return values.map((value) => (value === null ? '' : exact(value, decimals))).join(BETWEEN_UNITS)
}

const labelsIn = ({ particulars }: ListedSku, name: string): string =>
  (particulars?.barcodes ?? [])
    .filter(({ unit }) => unit === name)
    .map(({ barcode }) => barcode)
    .join(',')

function largerLabels(row: ListedSku): string {
  const labels = unitsOf(row).map(({ name }) => labelsIn(row, name))
  return labels.every((label) => label === '') ? '' : labels.join(BETWEEN_UNITS)
}
