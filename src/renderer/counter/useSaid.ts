import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Refusal } from '../api/refusal.ts'
import { refusalText } from '../ui/refusalText.ts'

interface Said {
  readonly key: string
  readonly facts: Record<string, string>
  readonly bad: boolean
}

/** The one sentence below the field: what was just not possible, or what to do now. Gone with the next key. */
export function useSaid(refusals: () => readonly (Refusal | null)[]) {
  const { t } = useI18n()
  const said = shallowRef<Said | null>(null)
  const refused = shallowRef<Refusal | null>(null)

  const sentence = computed(() => {
    if (said.value) return { text: t(`counter.said.${said.value.key}`, said.value.facts), bad: said.value.bad }
    const refusal = [refused.value, ...refusals()].find((one) => one !== null)
    return refusal ? { text: refusalText(refusal, t), bad: true } : null
  })

  return {
    sentence,
    say: (key: string, facts: Record<string, string> = {}) => (said.value = { key, facts, bad: false }),
    complain: (key: string, facts: Record<string, string> = {}) => (said.value = { key, facts, bad: true }),
    refuse: (refusal: Refusal) => (refused.value = refusal),
    isSaying: (key: string): boolean => said.value?.key === key,
    hush() {
      said.value = null
      refused.value = null
    },
  }
}
