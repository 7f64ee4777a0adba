import { PAPERS } from '../../contract/documents.ts'
import type { DocumentKind, Paper } from '../../contract/documents.ts'

/** A debt that was collected has its slip alone, and nothing else has one; what is only carried elsewhere has no prices. */
export function papersOf(kind: DocumentKind | undefined): readonly Paper[] {
  if (kind === 'stockTransfer') return ['packingSlip']
  return PAPERS.filter((paper) => (paper === 'collectionSlip') === (kind === 'debtCollection'))
}
