/** Where the palette looks besides names: what the shop knows, each source by itself and only where it is permitted. */
import type { Permission } from '../../../contract/permissions.ts'
import { client } from '../../api/client.ts'
import { moneyWithSymbol, priceText } from '../../ui/formats.ts'

export interface Found {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly path: string
}

export interface Source {
  readonly kind: 'document' | 'customer' | 'product'
  readonly permission: Permission
  search(typed: string, signal: AbortSignal): Promise<Found[]>
}

const MOST = 5

export const SOURCES: readonly Source[] = [
  {
    kind: 'document',
    permission: 'documents.view',
    async search(search, signal) {
      const { rows } = await client.documents.list({ search, limit: MOST }, { signal })
      return rows.map(({ id, number, customerName, firstTitle, total }) => ({
        id: `document:${id}`,
        label: number,
        detail: [customerName, firstTitle, moneyWithSymbol(total)].filter(Boolean).join(' · '),
        path: `/documents/${id}`,
      }))
    },
  },
  {
    kind: 'customer',
    permission: 'customers.view',
    async search(search, signal) {
      const { rows } = await client.customers.list({ search, limit: MOST }, { signal })
      return rows.map(({ id, name, code, maskedPhone }) => ({
        id: `customer:${id}`,
        label: name,
        detail: [code, maskedPhone].filter(Boolean).join(' · '),
        path: `/customers/${id}`,
      }))
    },
  },
  {
    kind: 'product',
    permission: 'products.view',
    async search(search, signal) {
      const { rows } = await client.products.list({ search, limit: MOST }, { signal })
      return rows.map(({ skuId, productId, title, variant, code, price }) => ({
        id: `product:${skuId}`,
        label: [title, variant].filter(Boolean).join(' '),
        detail: `${code} · ${priceText(price)}`,
        path: `/products/${productId}`,
      }))
    },
  },
]
