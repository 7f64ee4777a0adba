import { useRouter } from 'vue-router'
import type { Scanned } from '../../../contract/products.ts'
import { useMeaning } from '../../scans/useMeaning.ts'
import { useScans } from '../../scans/takers.ts'

/**
 * Scans while goods come back: a receipt opens its sale, goods are taken back.
 * @param takeBack answers with false where nothing is taken back any more
 */
export function useReturnScans(takeBack: (found: Scanned) => boolean): void {
  const router = useRouter()
  const { understand, tell } = useMeaning()
  useScans(({ code }) =>
    understand(code, (meaning) => {
      if (meaning.kind === 'document') void router.push(`/counter/return/${meaning.id}`)
      else if (meaning.kind !== 'goods' || !takeBack(meaning.found)) tell(meaning, code)
    }),
  )
}
