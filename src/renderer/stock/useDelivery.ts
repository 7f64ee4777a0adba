import { computed, reactive } from 'vue'
import { stock } from '../../contract/stock.ts'
import type { SkuRow } from '../../contract/products.ts'
import { amountOf, ONE, sum } from '../../contract/values.ts'
import type { Quantity, UnitPrice } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import type { Found } from '../counter/useFinder.ts'
import { formats } from '../ui/formats.ts'
import { unitsOf } from './lines.ts'
import { useWarehouses } from './useWarehouses.ts'

export interface DeliveryLine {
  readonly sku: SkuRow
  /** Base unit first. */
  units: readonly string[]
  unit: string
  quantity: number | null
  /** Per unit as received. */
  unitCost: number | null
}

/** Kept while the app is open: what was scanned is not scanned again after a look elsewhere. */
const draft = reactive({
  kind: 'goodsReceived' as 'goodsReceived' | 'openingStock',
  warehouseId: null as number | null,
  supplier: '',
  note: '',
  lines: [] as DeliveryLine[],
})
const schema = withoutRequestId(stock.receive)

export function useDelivery() {
  const { inUse, chosen, loaded } = useWarehouses()
  const { submit, errorAt, busy, refusal } = useForm({ schema, command: useCommand(client.stock.receive) })

  const warehouseId = computed({ get: () => chosen(draft.warehouseId), set: (id) => (draft.warehouseId = id) })

  async function add(found: Found): Promise<void> {
    const unit = found.scannedUnit ?? found.unit
    const known = draft.lines.find((line) => line.sku.skuId === found.skuId && line.unit === unit)
    if (known) {
      known.quantity = (known.quantity ?? 0) + ONE
      return
    }
    const unitCost = unit === found.unit ? (found.unitCost ?? null) : null
    draft.lines.unshift({ sku: found, units: [...new Set([found.unit, unit])], unit, quantity: ONE, unitCost })
    const units = await unitsOf(found)
    const line = draft.lines.find(({ sku }) => sku.skuId === found.skuId)
    if (line && units.length > 0) line.units = units
  }

  function remove(line: DeliveryLine): void {
    draft.lines = draft.lines.filter((other) => other !== line)
  }

  async function save() {
    const { kind, supplier, note } = draft
    const lines = draft.lines.map(({ sku, unit, quantity, unitCost }) => ({
      skuId: sku.skuId,
      unit,
      quantity,
      unitCost,
    }))
    const document = await submit({ kind, supplier, note, lines, warehouseId: warehouseId.value ?? undefined })
    if (document) Object.assign(draft, { supplier: '', note: '', warehouseId: null, lines: [] })
    return document
  }

  const amount = ({ quantity, unitCost }: DeliveryLine) =>
    amountOf((quantity ?? 0) as Quantity, (unitCost ?? 0) as UnitPrice, formats.decimals)

  return {
    draft,
    warehouses: inUse,
    /** Where the goods go is known. */
    ready: loaded,
    warehouseId,
    add,
    remove,
    save,
    errorAt,
    busy,
    refusal,
    amount,
    total: computed(() => sum(draft.lines.map(amount))),
  }
}
