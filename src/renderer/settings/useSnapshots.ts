import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'

/** Copies of the whole shop, newest first, and one more on demand. */
export function useSnapshots() {
  const { t } = useI18n()
  const { data, refusal, refresh } = useLiveQuery({
    key: () => ['snapshots.list'],
    load: (signal) => client.snapshots.list({}, { signal }),
    topics: ['snapshots'],
  })
  const taking = useCommand(client.snapshots.take)

  async function take(): Promise<void> {
    if (!(await taking.run({}))) return
    notify({ tone: 'done', text: t('settings.backedUp') })
    await refresh()
  }

  return {
    rows: computed(() => [...(data.value ?? [])].sort((a, b) => b.takenAt - a.takenAt)),
    loaded: computed(() => data.value !== undefined),
    refusal,
    refresh,
    take,
    taking: taking.busy,
    takeRefusal: taking.refusal,
  }
}
