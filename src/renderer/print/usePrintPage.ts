import { computed, nextTick, ref, watch, watchEffect, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { PAPERS, type Paper } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { desktop } from '../api/desktop.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'
import { SHEETS, SHEETS_OF, type SheetKey } from './sheets.ts'

/** Which paper of which document, on which sheet; the sheet last used for a paper is kept on this device. */
export function usePrintPage() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const documentId = computed(() => Number(route.params.documentId))
  const paper = computed(() => PAPERS.find((name) => name === route.params.paper) ?? 'salesDocument')

  const {
    data: model,
    refusal,
    refresh,
    replace,
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

  const full = useCommand(client.documents.printFull)
  const carriesPerson = computed(() => paper.value !== 'receipt' && !!model.value?.party)

  /** The screen masks phone and address; paper that goes with the goods has them whole, which is recorded. */
  async function whole(put: () => Promise<void>): Promise<void> {
    if (!carriesPerson.value || !session.can('customers.reveal')) return put()
    const revealed = await full.run({ documentId: documentId.value, paper: paper.value })
    if (!revealed) return
    const masked = model.value
    replace(revealed)
    try {
      await until(ready)
      await put()
    } finally {
      if (masked) replace(masked)
    }
  }

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
    print: () => whole(async () => (desktop() ? desktop()?.print() : window.print())),
    toPdf: () => whole(async () => (desktop() ? desktop()?.printToPdf() : window.print())),
    fullRefusal: full.refusal,
  }
}

const until = (done: Ref<boolean>) =>
  new Promise<void>((resolve) => {
    const stop = watch(
      done,
      (now) => {
        if (!now) return
        void nextTick(() => stop())
        resolve()
      },
      { immediate: true },
    )
  })

const memoryOf = (paper: Paper) => `guitai.sheet.${paper}`
