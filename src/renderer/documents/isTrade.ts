import type { DocumentKind } from '../../contract/documents.ts'

/** Sales and returns have a customer, prices and payments; papers about stock alone have none. */
export const isTrade = ({ kind }: { readonly kind: DocumentKind }): boolean =>
  kind === 'sale' || kind === 'customerReturn'
