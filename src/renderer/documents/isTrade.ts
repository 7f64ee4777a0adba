import type { DocumentKind } from '../../contract/documents.ts'

interface OfKind {
  readonly kind: DocumentKind
}

/** Sales and returns have a customer, prices and payments; papers about stock alone have none. */
export const isTrade = ({ kind }: OfKind): boolean => kind === 'sale' || kind === 'customerReturn'

/** Goods that only change places (调拨) are worth what they were: nothing of them is cost. */
export const changesPlaces = ({ kind }: OfKind): boolean => kind === 'stockTransfer'

/** Money without goods: a debt that was collected, and what a customer brought from before. */
export const isMoneyAlone = ({ kind }: OfKind): boolean => kind === 'debtCollection' || kind === 'openingBalance'
