import { computed, reactive } from 'vue'
import type { SkuRow } from '../../contract/products.ts'
import { stock, type StockLevel } from '../../contract/stock.ts'
import { ONE } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import type { Found } from '../counter/useFinder.ts'
import { lyingOf, unitsOf } from './lines.ts'
import { useWarehouses } from './useWarehouses.ts'

export interface TransferLine {
  readonly sku: SkuRow
  /** Base unit first. */
  units: readonly string[]
  unit: string
  quantity: number | null
  /** How many lie where, as asked when the line was made. */
  lying: StockLevel['warehouses']
}

/** Kept while the app is open: what was scanned is not scanned again after a look elsewhere. */
const draft = reactive({
  fromId: null as number | null,
  toId: null as number | null,
  note: '',
  lines: [] as TransferLine[],
})
const schema = withoutRequestId(stock.transfer)

export function useTransfer() {
  const { inUse, several, chosen, loaded, refusal: notListed, refresh } = useWarehouses()
  const { submit, errorAt, busy, refusal } = useForm({ schema, command: useCommand(client.stock.transfer) })

  const fromId = computed({ get: () => chosen(draft.fromId), set: (id) => (draft.fromId = id) })
  /** Never the one that the goods come from: that choice moves on to the next. */
  const toId = computed({
    get: () => {
      const others = inUse.value.filter(({ id }) => id !== fromId.value)
      return (others.find(({ id }) => id === draft.toId) ?? others[0])?.id ?? null
    },
    set: (id) => (draft.toId = id),
  })

  async function add(found: Found): Promise<void> {
    const unit = found.scannedUnit ?? found.unit
    const known = draft.lines.find((line) => line.sku.skuId === found.skuId && line.unit === unit)
    if (known) {
      known.quantity = (known.quantity ?? 0) + ONE
      return
    }
    draft.lines.unshift({ sku: found, units: [...new Set([found.unit, unit])], unit, quantity: ONE, lying: [] })
    const [units, lying] = await Promise.all([unitsOf(found), lyingOf(found)])
    for (const line of draft.lines.filter(({ sku }) => sku.skuId === found.skuId)) {
      if (units.length > 0) line.units = units
      line.lying = lying
    }
  }

  function remove(line: TransferLine): void {
    draft.lines = draft.lines.filter((other) => other !== line)
  }

  async function save() {
    const lines = draft.lines.map(({ sku, unit, quantity }) => ({ skuId: sku.skuId, unit, quantity }))
    const document = await submit({ fromId: fromId.value, toId: toId.value, note: draft.note, lines })
    if (document) Object.assign(draft, { note: '', lines: [] })
    return document
  }

  return { draft, inUse, several, loaded, notListed, refresh, fromId, toId, add, remove, save, errorAt, busy, refusal }
}
