import { computed, ref, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { dayEndRows } from '../../contract/papers/day-end.ts'
import type { ReportFrame } from '../../contract/papers/report.ts'
import type { PaperRow } from '../../contract/papers/rows.ts'
import { shiftReportRows } from '../../contract/papers/shift-report.ts'
import { client } from '../api/client.ts'
import { desktop } from '../api/desktop.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { deviceRef, oneOf } from '../app/device.ts'
import { notify } from '../app/notices.ts'
import { useSession } from '../session/session.ts'
import { formats } from '../ui/formats.ts'
import { copyPicture } from './pictureOf.ts'
import { SHEETS } from './sheets.ts'
import { usePaperWords } from './usePaperWords.ts'

const ROLLS = ['80', '58'] as const
const roll = deviceRef('reports.sheet', oneOf(ROLLS, '80'))

/** The shift report or the day's end on its strip, printed or copied as a picture. */
export function useStripPage() {
  const { t } = useI18n()
  const route = useRoute()
  const session = useSession()
  const words = usePaperWords()
  const shiftId = computed(() => (route.params.shiftId === undefined ? null : Number(route.params.shiftId)))

  const report = useLiveQuery({
    key: () => ['drawer.report', shiftId.value],
    load: (signal) => client.drawer.report({ shiftId: shiftId.value ?? 0 }, { signal }),
    topics: [],
    enabled: () => shiftId.value !== null,
  })
  const day = useLiveQuery({
    key: () => ['dayEnd.get'],
    load: (signal) => client.dayEnd.get({}, { signal }),
    topics: [],
    enabled: () => shiftId.value === null,
  })

  const rows = computed<readonly PaperRow[] | null>(() => {
    const name = session.shop?.name ?? ''
    const { timeZone, decimals: currencyDecimals } = formats
    const frame: ReportFrame = { shop: { name, timeZone, currencyDecimals }, words: words.value }
    if (report.data.value) return shiftReportRows(report.data.value, frame)
    return day.data.value ? dayEndRows(day.data.value, frame) : null
  })
  const name = computed(() => {
    const title = shiftId.value === null ? t('print.title.dayEnd') : t('print.title.shiftReport')
    const which = report.data.value?.shift.number ?? day.data.value?.businessDay
    return [title, which, session.shop?.name].join(' ')
  })
  watchEffect(() => {
    if (rows.value) document.title = name.value
  })

  const copying = ref(false)
  async function copy(paper: HTMLElement | null | undefined): Promise<void> {
    if (!paper || copying.value) return
    copying.value = true
    try {
      const done = await copyPicture(paper, name.value)
      notify({ tone: 'done', text: t(`print.page.${done}`) })
    } finally {
      copying.value = false
    }
  }

  return {
    shiftId,
    rows,
    roll,
    rolls: ROLLS,
    sheet: computed(() => SHEETS[roll.value]),
    back: computed(() => (shiftId.value === null ? '/day-end' : '/shift')),
    refusal: computed(() => report.refusal.value ?? day.refusal.value),
    refresh: () => (shiftId.value === null ? day.refresh() : report.refresh()),
    copy,
    copying,
    print: async () => (desktop() ? desktop()?.print() : window.print()),
  }
}
