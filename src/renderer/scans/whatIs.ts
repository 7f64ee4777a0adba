import type { CustomerRow } from '../../contract/customers.ts'
import type { Permission } from '../../contract/permissions.ts'
import type { Scanned } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'

export type Meaning =
  | { readonly kind: 'document'; readonly id: number; readonly number: string }
  | { readonly kind: 'goods'; readonly found: Scanned }
  | { readonly kind: 'style'; readonly productId: number; readonly title: string }
  | { readonly kind: 'customer'; readonly customer: CustomerRow }
  | { readonly kind: 'unknown' }

type May = (permission: Permission) => boolean

/** As receipts bear it: `SO-20261121-0001`. */
const DOCUMENT_NUMBER = /^[A-Z]{2}-\d{8}-\d{4,}$/

/** Longer is no code that anything here could bear, such as the address in a QR code. */
export const MOST_LENGTH = 60

/** What a code means to this shop, as far as the person may see it: goods before whatever else bears the same characters. */
export async function whatIs(code: string, may: May): Promise<Meaning> {
  if (code.length > MOST_LENGTH) return { kind: 'unknown' }
  const goods = may('products.view') ? await client.products.lookup({ code }) : null
  if (goods?.kind === 'sku') return { kind: 'goods', found: goods.found }
  if (goods?.kind === 'style') return goods
  return whatElseIs(code, may)
}

/** What a code means that no goods have. */
export async function whatElseIs(code: string, may: May): Promise<Meaning> {
  return (await document(code.toUpperCase(), may)) ?? (await customer(code, may)) ?? { kind: 'unknown' }
}

async function document(number: string, may: May): Promise<Meaning | null> {
  if (!DOCUMENT_NUMBER.test(number) || !may('documents.view')) return null
  try {
    const { id } = await client.documents.byNumber({ number })
    return { kind: 'document', id, number }
  } catch (error) {
    if (toRefusal(error).code === 'DOCUMENT_NOT_FOUND') return null
    throw error
  }
}

/** The code on a member's card; a name or a phone is not scanned. */
async function customer(code: string, may: May): Promise<Meaning | null> {
  if (!may('customers.view')) return null
  const { rows } = await client.customers.list({ search: code, limit: 1 })
  const [row] = rows
  return row?.code === code ? { kind: 'customer', customer: row } : null
}
