import { PAPERS } from '../../contract/documents.ts'
import type { DocumentKind, Paper } from '../../contract/documents.ts'

/** A debt that was collected has its slip alone, and nothing else has one. */
export function papersOf(kind: DocumentKind | undefined): readonly Paper[] {
  return PAPERS.filter((paper) => (paper === 'collectionSlip') === (kind === 'debtCollection'))
}
