import { computed, reactive, watch } from 'vue'
import { printer as printerSchema } from '../../contract/printing.ts'
import type { PrinterFields, PrintersView } from '../../contract/printing.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'

export interface PrinterDraft extends PrinterFields {
  readonly id?: number
}

export const NEW_PRINTER: PrinterDraft = {
  name: '',
  kind: 'network',
  address: '',
  columns: 48,
  cuts: true,
  drawerPin: 2,
  copies: 1,
  asImage: false,
  asksStatus: true,
}

const AT_ADDRESS = [
  'PRINTER_HOST_INVALID',
  'PRINTER_DEVICE_INVALID',
  'PRINTER_DEVICE_ORDINARY',
  'SYSTEM_PRINTER_UNKNOWN',
]

/** A printer on its way to the shop; what is wrong with its address is said at the address. */
export function usePrinterForm(printer: () => PrinterDraft, saved: (view: PrintersView) => void) {
  const { id: printerId, ...fields } = printer()
  const draft = reactive<PrinterFields>({ ...fields })
  const { data: system } = useLiveQuery({
    key: () => ['printing.systemPrinters'],
    load: (signal) => client.printing.systemPrinters({}, { signal }),
    topics: [],
  })
  const { submit, clear, errorAt, busy, refusal } = useForm({
    schema: printerSchema.omit({ id: true, last: true }).extend({ printerId: printerSchema.shape.id.optional() }),
    command: useCommand(client.printing.savePrinter),
    place: ({ code }) => (AT_ADDRESS.includes(code) ? 'address' : undefined),
  })

  // What was wrong with an address on the network says nothing of a device.
  watch(() => draft.kind, clear)

  async function save(): Promise<void> {
    const drawerPin = draft.kind === 'system' ? null : draft.drawerPin
    const view = await submit({ ...draft, drawerPin, ...(printerId === undefined ? {} : { printerId }) })
    if (view) saved(view)
  }

  return {
    draft,
    hasSystem: computed(() => system.value?.available === true),
    systemNames: computed(() => (system.value?.names ?? []).map((name) => ({ value: name, label: name }))),
    save,
    errorAt,
    busy,
    refusal,
  }
}
