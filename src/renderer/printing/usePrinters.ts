import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Printer, PrintersView } from '../../contract/printing.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'
import { NEW_PRINTER, type PrinterDraft } from './usePrinterForm.ts'

/** The shop's printers, each with how its last paper went, as it changes. */
export function usePrinters() {
  const { t } = useI18n()
  const editing = ref<PrinterDraft | null>(null)
  const { data, refusal, refresh, replace } = useLiveQuery({
    key: () => ['printing.printers'],
    load: (signal) => client.printing.printers({}, { signal }),
    topics: ['printing'],
  })
  const testing = useCommand(client.printing.testPage)
  const removing = useCommand(client.printing.removePrinter)

  function saved(view: PrintersView): void {
    replace(view)
    editing.value = null
    notify({ tone: 'done', text: t('printing.saved') })
  }

  async function remove(printerId: number): Promise<void> {
    const view = await removing.run({ printerId })
    if (view) replace(view)
  }

  function edit({ last: _, ...printer }: Printer): void {
    editing.value = printer
  }

  return {
    view: data,
    refusal,
    refresh,
    editing,
    edit,
    add: () => (editing.value = NEW_PRINTER),
    close: () => (editing.value = null),
    saved,
    testPage: (printerId: number) => testing.run({ printerId }),
    remove,
    busy: testing.busy,
    commandRefusal: removing.refusal,
  }
}
