/** What a file comes to: one line a wish, in the order in which they are carried out. */
import type { ImportProblem } from '../../contract/imports.ts'
import type { Money, Quantity, UnitPrice } from '../../contract/values.ts'
import type { Row } from './source.ts'

/** What the file says of a product; null is where it says nothing, and what the shop has stays. */
export interface WantedProduct {
  readonly code: string
  readonly title: string
  readonly category: string | null
  readonly brand: string | null
  readonly season: string | null
  readonly unit: string | null
  readonly bigUnits: readonly WantedUnit[]
  /** All of its variants are. */
  readonly archived: boolean
  readonly skus: readonly WantedSku[]
}

export interface WantedUnit {
  readonly name: string
  readonly factor: Quantity
  /** For one of it; null where the file says nothing. */
  readonly prices: Readonly<Record<'price' | 'memberPrice' | 'wholesalePrice', UnitPrice | null>>
}

export const OTHER_PRICES = ['tagPrice', 'memberPrice', 'wholesalePrice'] as const
export type OtherPrice = (typeof OTHER_PRICES)[number]

export interface WantedSku {
  readonly code: string
  /** Its whole name, by which it is known again; made of colour and size where the file has them. */
  readonly variant: string
  readonly colour: string
  readonly size: string
  readonly price: UnitPrice | null
  readonly floorPrice: UnitPrice | null
  readonly barcodes: readonly string[]
  readonly bigBarcodes: readonly { readonly barcode: string; readonly unit: string }[]
  readonly archived: boolean
  /** Null where the file says nothing of it. */
  readonly otherPrices: Readonly<Record<OtherPrice, UnitPrice | null>>
}

export interface WantedCustomer {
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly address: string | null
  readonly note: string | null
  readonly creditLimit: Money | null
  /** The tier's name. */
  readonly tier: string | null
  readonly birthday: string | null
  readonly opening: CustomerOpening
}

/** What a customer brings along from the old system. */
export interface CustomerOpening {
  readonly owed: Money
  readonly storedValue: Money
  readonly points: Money
}

export interface WantedStock {
  /** Looked up in this order: the variant's own code, its barcode, its style and variant. */
  readonly skuCode: string
  readonly barcode: string
  readonly styleCode: string
  readonly variant: string
  readonly quantity: Quantity
  readonly unitCost: UnitPrice
  /** Where the file says what they are worth in all. */
  readonly value: Money | null
}

export type Problem = Omit<ImportProblem, 'severity'>

export type PlanEntry =
  | { readonly type: 'product'; readonly rows: readonly Row[]; readonly wanted: WantedProduct }
  | { readonly type: 'customer'; readonly rows: readonly Row[]; readonly wanted: WantedCustomer }
  | { readonly type: 'stock'; readonly rows: readonly Row[]; readonly wanted: WantedStock }
  | { readonly type: 'refused'; readonly rows: readonly Row[]; readonly problems: readonly Problem[] }

const MOST_PART = 28

/**
 * One variant's name of what tells it from the others, as the shop itself makes it of colour and size. The one place that
 * knows how. What is called 规格 stands with the size; alone, or where a part is too long, it is a name and no more.
 */
export function variantOf({ colour, size, spec }: { colour: string; size: string; spec: string }) {
  const isNamed = colour !== '' || size !== ''
  // 规格 that says colour and size once more, as exports do, says nothing new.
  const sizes = joined(' ', size, spec === joined(' / ', colour, size) ? '' : spec)
  if (!isNamed || colour.length > MOST_PART || sizes.length > MOST_PART) {
    return { variant: joined(' ', colour, size, spec), colour: '', size: '' }
  }
  return { variant: joined(' / ', colour, sizes), colour, size: sizes }
}

const joined = (between: string, ...parts: string[]): string => parts.filter((part) => part !== '').join(between)
