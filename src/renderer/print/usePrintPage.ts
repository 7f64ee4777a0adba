import { computed, nextTick, ref, watch, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { PAPERS, type Paper } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'
import { printPage, savePdf, until } from './output.ts'
import { useSheet } from './useSheet.ts'

/** Which paper of which document, on which sheet. */
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
  const { sheet, sheets, chooseSheet } = useSheet(() => paper.value, usual)

  function usual(): string {
    return paper.value === 'receipt' || paper.value === 'collectionSlip'
      ? String(model.value?.shop.receiptWidth ?? 80)
      : 'A4'
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
    ...{ model, refusal, refresh, documentId, paper, choosePaper, sheet, sheets, chooseSheet },
    ready,
    markReady: () => nextTick(() => (ready.value = true)),
    print: () => whole(printPage),
    toPdf: () => whole(savePdf),
    fullRefusal: full.refusal,
  }
}
