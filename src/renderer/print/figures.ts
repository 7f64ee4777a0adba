/** The figures of a paper, for its template. */
import { computed, type ComputedRef } from 'vue'
import type { PaperModel } from '../../contract/documents.ts'
import { paperFigures, type PaperFigures } from '../../contract/paper.ts'

export function usePaperFigures(model: () => PaperModel): ComputedRef<PaperFigures> {
  return computed(() => paperFigures(model()))
}
