import { shallowRef } from 'vue'
import { client } from '../../api/client.ts'
import { toRefusal } from '../../api/refusal.ts'
import type { Refusal } from '../../api/refusal.ts'

export function useFindSale(found: (documentId: number) => void) {
  const refusal = shallowRef<Refusal | null>(null)

  async function find(typed: string): Promise<void> {
    const number = typed.trim().toUpperCase()
    if (number === '') return
    refusal.value = null
    try {
      found((await client.documents.byNumber({ number })).id)
    } catch (error) {
      refusal.value = toRefusal(error)
    }
  }

  return { find, refusal }
}
