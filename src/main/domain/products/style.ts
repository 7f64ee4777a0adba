import type { SkuRow, StyleView } from '../../../contract/products.ts'
import { addQuantity, type Id, type Quantity } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { identified } from './identified.ts'
import { listedSkusOf } from './list.ts'
import { productRecord } from './view.ts'

/** A 款 as a grid of colour × size, in the order in which its variants were made. */
export function styleOf(
  ctx: ReadContext,
  asked: { readonly productId?: Id | undefined; readonly code?: string | undefined },
): StyleView {
  const {
    id: productId,
    code,
    title,
    baseUnit: unit,
  } = productRecord(ctx.db, asked.productId ?? meant(ctx, asked.code)).product
  const skus = listedSkusOf(ctx, productId)
  const colours = [...new Set(skus.map(colourOf))]
  const sizes = [...new Set(skus.map(({ size }) => size))]
  const byPlace = new Map(skus.map((sku) => [placeOf(colourOf(sku), sku.size), sku]))
  const cells = colours.map((colour) => sizes.map((size) => byPlace.get(placeOf(colour, size)) ?? null))
  const onHand = skus.reduce((sum, sku) => addQuantity(sum, sku.onHand), 0 as Quantity)
  return { productId, code, title, unit, colours, sizes, cells, onHand }
}

function meant({ db }: ReadContext, code: string | undefined): Id {
  const found = code === undefined ? undefined : identified(db, code)
  if (found && 'productId' in found) return found.productId
  return refuse('PRODUCT_NOT_FOUND')
}

/** A variant of which nobody said colour or size is shown by its name. */
const colourOf = ({ colour, size, variant }: SkuRow): string => (colour === '' && size === '' ? variant : colour)
const placeOf = (colour: string, size: string): string => JSON.stringify([colour, size])
