import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ShiftView } from '../../contract/drawer.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'

/** A count by notes and coins, or as one sum. */
export function useCount(done: (shift: ShiftView) => void) {
  const { t } = useI18n()
  const by = ref<'notes' | 'sum'>('notes')
  const counts = ref<Readonly<Record<number, number | null>>>({})
  const sum = ref<number | null>(null)
  const { run, busy, refusal } = useCommand(client.drawer.count)

  const denominations = computed(() =>
    Object.entries(counts.value).flatMap(([value, count]) => (count === null ? [] : [{ value: Number(value), count }])),
  )
  /** Null while nothing was counted: an empty drawer is a count too, but a typed one. */
  const counted = computed(() => {
    if (by.value === 'sum') return sum.value
    if (denominations.value.length === 0) return null
    return denominations.value.reduce((total, { value, count }) => total + value * count, 0)
  })

  async function commit(): Promise<void> {
    if (counted.value === null) return
    const notes = by.value === 'notes' ? denominations.value : []
    const shift = await run({ counted: counted.value, denominations: notes })
    if (shift) done(shift)
  }

  const ways = computed(() => (['notes', 'sum'] as const).map((value) => ({ value, label: t(`shift.by.${value}`) })))
  return { by, ways, counts, sum, counted, commit, busy, refusal }
}
