import type { DocumentKind } from '../../contract/documents.ts'

interface OfKind {
  readonly kind: DocumentKind
}

/** Sales and returns have a customer, prices and payments; papers about stock alone have none. */
export const isTrade = ({ kind }: OfKind): boolean => kind === 'sale' || kind === 'customerReturn'

/** Money without goods: a debt that was collected, and what a customer brought from before. */
export const isMoneyAlone = ({ kind }: OfKind): boolean => kind === 'debtCollection' || kind === 'openingBalance'
