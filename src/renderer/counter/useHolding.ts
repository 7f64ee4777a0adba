import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import { soundWrong } from './sound.ts'
import type { useAsk } from './useAsk.ts'
import type { useSaid } from './useSaid.ts'

interface Surroundings {
  readonly asking: ReturnType<typeof useAsk>
  /** What waits for somebody's PIN. */
  readonly authorizing: Readonly<Ref<unknown>>
  readonly said: ReturnType<typeof useSaid>
}

/** A strip that is open is answered first: nothing else is begun that would wait unseen and happen later. */
export function useHolding({ asking, authorizing, said }: Surroundings) {
  /** Grows with each action that was refused because a strip is open. */
  const held = ref(0)
  let surprises = 0
  watch([asking.asked, authorizing], () => (surprises += 1), { flush: 'sync' })

  const isAsking = (): boolean => asking.asked.value !== null || authorizing.value !== null

  function complain(key: string, facts: Record<string, string>): void {
    surprises += 1
    soundWrong()
    said.complain(key, facts)
  }

  function isHeld(): boolean {
    if (!isAsking()) return false
    held.value += 1
    complain('answerFirst', {})
    return true
  }

  return {
    held,
    isAsking,
    isHeld,
    /** Says that something is not right, and sounds. */
    complain,
    /** Grows with everything that a person must see first: an Enter that was pressed before it means nothing any more. */
    surprises: () => surprises,
  }
}
