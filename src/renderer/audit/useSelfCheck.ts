import { computed, ref, shallowRef } from 'vue'
import type { Invariant } from '../../contract/audit.ts'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'

interface Result {
  readonly name: Invariant
  readonly holds: boolean
  readonly broken: number
}

/** 体检: proves that every sum of the shop holds. */
export function useSelfCheck() {
  const busy = ref(false)
  const refusal = shallowRef<Refusal | null>(null)
  const results = shallowRef<readonly Result[] | null>(null)

  async function check(): Promise<void> {
    busy.value = true
    refusal.value = null
    try {
      results.value = await client.audit.check({})
    } catch (error) {
      refusal.value = toRefusal(error)
    } finally {
      busy.value = false
    }
  }

  return { check, busy, refusal, results, broken: computed(() => results.value?.filter(({ holds }) => !holds) ?? []) }
}
