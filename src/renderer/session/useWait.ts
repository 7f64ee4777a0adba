import { computed, onScopeDispose, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Refusal } from '../api/refusal.ts'

/** Counts down the seconds that the shop lets wrong tries wait; the sentence leaves when one may try again. */
export function useWait(refusal: Readonly<Ref<Refusal | null>>) {
  const wait = ref(0)
  const timer = setInterval(() => {
    if (wait.value > 0) wait.value -= 1
  }, 1_000)
  onScopeDispose(() => clearInterval(timer))
  watch(refusal, (said) => {
    if (said?.code === 'SIGN_IN_SLOWED') wait.value = said.data.seconds
  })
  const counted = computed<Refusal | null>(() => {
    if (refusal.value?.code !== 'SIGN_IN_SLOWED') return refusal.value
    return wait.value > 0 ? { code: 'SIGN_IN_SLOWED', data: { seconds: wait.value } } : null
  })
  return { wait, refusal: counted }
}
