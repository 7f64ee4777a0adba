/** A product as a form holds it: units have keys, so that renaming one does not lose the barcodes that carry it. */
import type { ProductView } from '../../contract/products.ts'

/** What one of a larger unit costs; null is so many times the base unit's. */
export interface UnitPrices {
  price: number | null
  memberPrice: number | null
  wholesalePrice: number | null
}

export interface UnitDraft extends UnitPrices {
  readonly key: string
  name: string
  factor: number | null
}

export interface BarcodeDraft {
  barcode: string
  /** Key of a unit; empty for the base unit. */
  unit: string
}

export interface Prices {
  price: number | null
  floorPrice: number | null
  memberPrice: number | null
  wholesalePrice: number | null
  tagPrice: number | null
}

export interface SkuDraft extends Prices {
  readonly key: string
  readonly id?: number
  /** Empty where the only variant bears the product's own code. */
  code: string
  variant: string
  colour: string
  size: string
  /** The item code that a label scale prints. */
  plu: string
  barcodes: BarcodeDraft[]
  archived: boolean
}

export interface ProductDraft {
  code: string
  title: string
  kind: 'goods' | 'service'
  category: string
  brand: string
  season: string
  baseUnit: string
  taxRate: number | null
  weighed: boolean
  units: UnitDraft[]
  skus: SkuDraft[]
}

let keys = 0
const newKey = () => `new-${++keys}`

export const emptyUnit = (): UnitDraft => ({ key: newKey(), name: '', factor: null, ...NO_PRICES })

const NO_PRICES: UnitPrices = { price: null, memberPrice: null, wholesalePrice: null }

export const emptySku = (price: number | null = null): SkuDraft => ({
  key: newKey(),
  code: '',
  variant: '',
  colour: '',
  size: '',
  plu: '',
  ...{ price, floorPrice: null, memberPrice: null, wholesalePrice: null, tagPrice: null },
  barcodes: [],
  archived: false,
})

export function emptyProduct(baseUnit: string, taxRate: number, barcode = ''): ProductDraft {
  const fields = { code: '', title: '', kind: 'goods', category: '', brand: '', season: '' } as const
  const barcodes = barcode === '' ? [] : [{ barcode, unit: '' }]
  return { ...fields, baseUnit, taxRate, weighed: false, units: [], skus: [{ ...emptySku(), barcodes }] }
}

export function draftOf(product: ProductView): ProductDraft {
  const { code, title, kind, category, brand, season, baseUnit, taxRate, weighed } = product
  const units = product.units.map((unit) => ({ key: unit.name, ...unit }))
  const skus = product.skus.map((sku) => ({
    ...sharedOf(sku),
    ...{ key: String(sku.id), id: sku.id },
    code: product.skus.length === 1 && sku.code === product.code ? '' : sku.code,
    barcodes: sku.barcodes.map(({ barcode, unit }) => ({ barcode, unit: unit === baseUnit ? '' : unit })),
  }))
  return { code, title, kind, category, brand, season, baseUnit, taxRate, weighed, units, skus }
}

/** What the contract asks for. */
export function inputOf(draft: ProductDraft) {
  const nameOf = (key: string) => draft.units.find((unit) => unit.key === key)?.name ?? draft.baseUnit
  return {
    ...draft,
    units: draft.units.map(({ key: _, ...unit }) => unit),
    skus: draft.skus.map((sku) => ({
      ...sharedOf(sku),
      ...(sku.id !== undefined && { id: sku.id }),
      code: draft.skus.length === 1 && sku.code === '' ? draft.code : sku.code,
      barcodes: sku.barcodes.map(({ barcode, unit }) => ({ barcode, unit: nameOf(unit) })),
    })),
  }
}

/** What a form and the contract say alike. */
function sharedOf(sku: Omit<SkuDraft, 'key' | 'id' | 'code' | 'barcodes'>) {
  const { variant, colour, size, plu, archived } = sku
  return { variant, colour, size, plu, ...pricesOf(sku), archived }
}

/** All that a variant costs, to whom. */
export function pricesOf(sku: Prices): Prices {
  const { price, floorPrice, memberPrice, wholesalePrice, tagPrice } = sku
  return { price, floorPrice, memberPrice, wholesalePrice, tagPrice }
}
