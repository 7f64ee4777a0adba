/** A product as a form holds it: units have keys, so that renaming one does not lose the barcodes that carry it. */
import type { ProductView } from '../../contract/products.ts'

export interface UnitDraft {
  readonly key: string
  name: string
  factor: number | null
}

export interface BarcodeDraft {
  barcode: string
  /** Key of a unit; empty for the base unit. */
  unit: string
}

export interface SkuDraft {
  readonly key: string
  readonly id?: number
  /** Empty where the only variant bears the product's own code. */
  code: string
  variant: string
  colour: string
  size: string
  /** The item code that a label scale prints. */
  plu: string
  price: number | null
  floorPrice: number | null
  barcodes: BarcodeDraft[]
  archived: boolean
}

export interface ProductDraft {
  code: string
  title: string
  kind: 'goods' | 'service'
  category: string
  baseUnit: string
  taxRate: number | null
  weighed: boolean
  units: UnitDraft[]
  skus: SkuDraft[]
}

let keys = 0
const newKey = () => `new-${++keys}`

export const emptyUnit = (): UnitDraft => ({ key: newKey(), name: '', factor: null })

export const emptySku = (price: number | null = null): SkuDraft => ({
  key: newKey(),
  code: '',
  variant: '',
  colour: '',
  size: '',
  plu: '',
  price,
  floorPrice: null,
  barcodes: [],
  archived: false,
})

export function emptyProduct(baseUnit: string, taxRate: number): ProductDraft {
  const fields = { code: '', title: '', kind: 'goods', category: '', baseUnit, taxRate, weighed: false } as const
  return { ...fields, units: [], skus: [emptySku()] }
}

export function draftOf(product: ProductView): ProductDraft {
  const { code, title, kind, category, baseUnit, taxRate, weighed } = product
  const units = product.units.map(({ name, factor }) => ({ key: name, name, factor }))
  const skus = product.skus.map(({ id, code, variant, colour, size, plu, price, floorPrice, barcodes, archived }) => ({
    key: String(id),
    id,
    ...{ colour, size, plu },
    code: product.skus.length === 1 && code === product.code ? '' : code,
    variant,
    price,
    floorPrice,
    barcodes: barcodes.map(({ barcode, unit }) => ({ barcode, unit: unit === baseUnit ? '' : unit })),
    archived,
  }))
  return { code, title, kind, category, baseUnit, taxRate, weighed, units, skus }
}

/** What the contract asks for. */
export function inputOf(draft: ProductDraft) {
  const nameOf = (key: string) => draft.units.find((unit) => unit.key === key)?.name ?? draft.baseUnit
  return {
    ...draft,
    units: draft.units.map(({ name, factor }) => ({ name, factor })),
    skus: draft.skus.map(({ id, code, variant, colour, size, plu, price, floorPrice, barcodes, archived }) => ({
      ...(id !== undefined && { id }),
      ...{ colour, size, plu },
      code: draft.skus.length === 1 && code === '' ? draft.code : code,
      variant,
      price,
      floorPrice,
      barcodes: barcodes.map(({ barcode, unit }) => ({ barcode, unit: nameOf(unit) })),
      archived,
    })),
  }
}
