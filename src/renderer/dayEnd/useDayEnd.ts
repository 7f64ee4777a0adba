import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'
import { pointsOf } from './points.ts'

export function useDayEnd() {
  const { t } = useI18n()
  const query = useLiveQuery({
    key: () => ['dayEnd.get'],
    load: (signal) => client.dayEnd.get({}, { signal }),
    topics: ['drawer', 'orders', 'returns', 'stock', 'customers', 'snapshots', 'products', 'baskets'],
  })
  const ending = useCommand(client.dayEnd.confirm)
  const taking = useCommand(client.snapshots.take)

  async function confirm(): Promise<void> {
    const done = await ending.run({})
    if (!done) return
    query.replace(done)
    notify({ tone: 'done', text: t('dayEnd.doneNow') })
  }

  async function backUp(): Promise<void> {
    if (!(await taking.run({}))) return
    notify({ tone: 'done', text: t('settings.backedUp') })
    await query.refresh()
  }

  const day = query.data
  return {
    day,
    points: computed(() => (day.value ? pointsOf(day.value, Date.now(), t) : [])),
    refusal: query.refusal,
    refresh: query.refresh,
    confirm,
    ending: ending.busy,
    backUp,
    taking: taking.busy,
    refused: computed(() => ending.refusal.value ?? taking.refusal.value),
  }
}
