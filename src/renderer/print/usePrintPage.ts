import { computed, nextTick, ref, watch, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { PAPERS, type Paper } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { desktop } from '../api/desktop.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { SHEETS, SHEETS_OF, type SheetKey } from './sheets.ts'

/** Which paper of which document, on which sheet; the sheet last used for a paper is kept on this device. */
export function usePrintPage() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const documentId = computed(() => Number(route.params.documentId))
  const paper = computed(() => PAPERS.find((name) => name === route.params.paper) ?? 'salesDocument')

  const {
    data: model,
    refusal,
    refresh,
  } = useLiveQuery({
    key: () => ['documents.paper', documentId.value, paper.value],
    load: (signal) => client.documents.paper({ documentId: documentId.value, paper: paper.value }, { signal }),
    topics: [],
  })

  const sheet = computed(() => {
    const choices = SHEETS_OF[paper.value]
    const wanted = [route.query.sheet, localStorage.getItem(memoryOf(paper.value)), usual()]
    return SHEETS[
      choices.find((key) => key === wanted.find((name) => choices.some((key) => key === name))) ?? choices[0] ?? 'A4'
    ]
  })

  function usual(): string {
    return paper.value === 'receipt' || paper.value === 'collectionSlip'
      ? String(model.value?.shop.receiptWidth ?? 80)
      : 'A4'
  }

  function chooseSheet(key: SheetKey): void {
    localStorage.setItem(memoryOf(paper.value), key)
    void router.replace({ params: route.params, query: { sheet: key } })
  }

  function choosePaper(name: Paper): void {
    void router.replace({ params: { ...route.params, paper: name }, query: {} })
  }

  /** True once everything stands where it will be printed. */
  const ready = ref(false)
  watch([paper, sheet, model], () => (ready.value = false), { flush: 'sync' })

  // What a PDF is called when it is saved.
  watchEffect(() => {
    if (model.value)
      document.title = [model.value.document.number, t(`paper.${paper.value}`), model.value.shop.name].join(' ')
  })

  return {
    model,
    refusal,
    refresh,
    documentId,
    paper,
    choosePaper,
    sheet,
    sheets: computed(() => SHEETS_OF[paper.value]),
    chooseSheet,
    ready,
    markReady: () => nextTick(() => (ready.value = true)),
    print: async () => (desktop() ? desktop()?.print() : window.print()),
    toPdf: async () => (desktop() ? desktop()?.printToPdf() : window.print()),
  }
}

const memoryOf = (paper: Paper) => `guitai.sheet.${paper}`
