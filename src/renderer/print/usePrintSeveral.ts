import { computed, nextTick, ref, watch, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { SHEET_PAPERS, type PaperModel, type SheetPaper } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { printPage, savePdf, until } from './output.ts'
import { papersOf } from './papersOf.ts'
import { useSheet } from './useSheet.ts'
import { useWholePapers } from './useWholePapers.ts'

/** The same paper of the documents that the address names, `?documents=12,13`, in that order and as one print job. */
export function usePrintSeveral() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const documentIds = computed(() => {
    const ids = String(route.query.documents ?? '').split(',')
    return [...new Set(ids.map(Number))].filter((id) => id > 0)
  })
  const paper = computed(() => SHEET_PAPERS.find((name) => name === route.params.paper) ?? 'salesDocument')
  const { sheet, sheets, chooseSheet } = useSheet(
    () => paper.value,
    () => 'A4',
  )

  function choosePaper(name: SheetPaper): void {
    void router.replace({ params: { paper: name }, query: { documents: route.query.documents } })
  }

  const { data, refusal, refresh } = useLiveQuery({
    key: () => ['documents.papers', documentIds.value, paper.value],
    load: (signal) => client.documents.papers({ documentIds: documentIds.value, paper: paper.value }, { signal }),
    topics: [],
    enabled: () => documentIds.value.length > 0,
  })
  const hasPaper = ({ document: { kind } }: PaperModel) => papersOf(kind).includes(paper.value)
  const masked = computed(() => data.value?.filter(hasPaper))
  const without = computed(() => (data.value ?? []).filter((model) => !hasPaper(model)))
  const { whole, printWhole, ...revealing } = useWholePapers()
  const models = computed(() => whole.value ?? masked.value)

  /** True once everything stands where it will be printed. */
  const ready = ref(false)
  watch([paper, sheet, models], () => (ready.value = false), { flush: 'sync' })

  const busy = ref(false)
  async function put(out: () => Promise<void>): Promise<void> {
    if (!masked.value || busy.value) return
    busy.value = true
    try {
      await printWhole(masked.value, async () => {
        await until(ready)
        await out()
      })
    } finally {
      busy.value = false
    }
  }

  const title = computed(() => {
    const [first, ...more] = masked.value ?? []
    const count = t('print.page.documents', { count: more.length + 1 })
    return first && [t(`paper.${paper.value}`), count, first.shop.name].join(' ')
  })
  // What a PDF is called when it is saved.
  watchEffect(() => {
    if (title.value) document.title = title.value
  })

  return {
    ...{ models, refusal, refresh, paper, choosePaper, sheet, sheets, chooseSheet, ready, busy, revealing },
    /** The numbers of those that have no such paper. */
    without: computed(() => without.value.map((model) => model.document.number)),
    markReady: () => nextTick(() => (ready.value = true)),
    print: () => put(printPage),
    toPdf: () => put(savePdf),
  }
}
