import { computed, ref, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { client } from '../api/client.ts'
import { desktop } from '../api/desktop.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'
import { useSession } from '../session/session.ts'
import { formats } from '../ui/formats.ts'
import { dayEndStrip } from './dayEndStrip.ts'
import { copyPicture } from './pictureOf.ts'
import { shiftStrip } from './shiftStrip.ts'

/** The shift report or the day's end on its strip, printed or copied as a picture. */
export function useStripPage() {
  const { t } = useI18n()
  const route = useRoute()
  const session = useSession()
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

  const strip = computed(() => {
    if (report.data.value) return shiftStrip(report.data.value, formats.decimals, t)
    return day.data.value ? dayEndStrip(day.data.value, t) : null
  })
  const name = computed(() =>
    [strip.value?.title, report.data.value?.shift.number ?? day.data.value?.businessDay, session.shop?.name].join(' '),
  )
  watchEffect(() => {
    if (strip.value) document.title = name.value
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
    strip,
    shopName: computed(() => session.shop?.name ?? ''),
    back: computed(() => (shiftId.value === null ? '/day-end' : '/shift')),
    refusal: computed(() => report.refusal.value ?? day.refusal.value),
    refresh: () => (shiftId.value === null ? day.refresh() : report.refresh()),
    copy,
    copying,
    print: async () => (desktop() ? desktop()?.print() : window.print()),
  }
}
