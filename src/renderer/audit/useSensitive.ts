import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SensitiveKind } from '../../contract/sensitive.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'
import { askedAge, BY_AGE, listSort } from '../ui/lists/listSort.ts'

/** Kept while the app is open. */
const kind = ref<SensitiveKind | ''>('')
const staffId = ref<number | null>(null)
const shift = ref('')
const sort = listSort('sensitive', BY_AGE)

export function useSensitive() {
  const { t } = useI18n()
  const session = useSession()
  const asked = computed(() => ({
    ...(kind.value !== '' && { kind: kind.value }),
    ...(staffId.value !== null && { staffId: staffId.value }),
    ...(shift.value !== '' && { shiftId: Number(shift.value) }),
    ...askedAge(sort.value),
  }))
  const list = useLiveList({
    key: () => ['sensitive.list', asked.value],
    load: (after, signal) => client.sensitive.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: ['orders', 'returns', 'drawer', 'documents', 'stock'],
  })
  const { data: people } = useLiveQuery({
    key: () => ['staff.list'],
    load: (signal) => client.staff.list({}, { signal }),
    topics: ['staff'],
    enabled: () => session.can('staff.manage'),
  })
  const { data: recent } = useLiveQuery({
    key: () => ['drawer.list', 'recent'],
    load: (signal) => client.drawer.list({ limit: 20 }, { signal }),
    topics: ['drawer'],
    enabled: () => session.can('drawer.view'),
  })
  const shifts = computed(() => [
    { value: '', label: t('sensitive.everyShift') },
    ...(recent.value?.rows ?? []).map(({ id, number }) => ({ value: String(id), label: number })),
  ])
  const filtered = computed(() => kind.value !== '' || staffId.value !== null || shift.value !== '')
  function clear(): void {
    kind.value = ''
    staffId.value = null
    shift.value = ''
  }
  return { ...list, sort, kind, staffId, shift, shifts, people, filtered, clear }
}
