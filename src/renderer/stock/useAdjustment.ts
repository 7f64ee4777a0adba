import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { stock, type StockLevel } from '../../contract/stock.ts'
import type { SkuRow } from '../../contract/products.ts'
import { ONE } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useAuthorized } from '../api/useAuthorized.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import { lyingAt, lyingOf } from './lines.ts'
import { useWarehouses } from './useWarehouses.ts'

export interface AdjustLine {
  readonly sku: SkuRow
  quantity: number | null
  /** How many lie where, as asked when the line was made. */
  lying: StockLevel['warehouses']
}

/** Why goods come or go without being bought or sold; the first three letters of trade: 报损, 自用, 盘盈. */
export const REASONS = {
  less: ['writeOff', 'ownUse', 'sampleUse', 'countLoss'],
  more: ['countGain', 'found'],
} as const
export type Direction = keyof typeof REASONS

/** Kept while the app is open: what was scanned is not scanned again after a look elsewhere. */
const draft = reactive({
  direction: 'less' as Direction,
  reason: '',
  warehouseId: null as number | null,
  lines: [] as AdjustLine[],
})
const schema = withoutRequestId(stock.adjust)

export function useAdjustment() {
  const { t } = useI18n()
  const { inUse, chosen, loaded } = useWarehouses()
  const { send, asking } = useAuthorized(client.stock.adjust)
  const { submit, errorAt, busy, refusal } = useForm({ schema, command: useCommand(send) })

  const warehouseId = computed({ get: () => chosen(draft.warehouseId), set: (id) => (draft.warehouseId = id) })
  const sign = computed(() => (draft.direction === 'less' ? -1 : 1))
  const reasons = computed(() => REASONS[draft.direction].map((key) => t(`stock.reasons.${key}`)))

  async function add(sku: SkuRow): Promise<void> {
    const lineOf = () => draft.lines.find((line) => line.sku.skuId === sku.skuId)
    const known = lineOf()
    if (known) {
      known.quantity = (known.quantity ?? 0) + ONE
      return
    }
    draft.lines.unshift({ sku, quantity: ONE, lying: [] })
    const lying = await lyingOf(sku)
    const line = lineOf()
    if (line) line.lying = lying
  }

  function remove(line: AdjustLine): void {
    draft.lines = draft.lines.filter((other) => other !== line)
  }

  function turn(direction: Direction): void {
    if (reasons.value.includes(draft.reason)) draft.reason = ''
    draft.direction = direction
  }

  async function save() {
    const lines = draft.lines.map(({ sku, quantity }) => ({
      skuId: sku.skuId,
      quantity: quantity === null ? null : sign.value * quantity,
    }))
    const document = await submit({ reason: draft.reason, lines, warehouseId: warehouseId.value ?? undefined })
    if (document) Object.assign(draft, { reason: '', warehouseId: null, lines: [] })
    return document
  }

  return {
    draft,
    warehouses: inUse,
    /** Where the goods go is known. */
    ready: loaded,
    warehouseId,
    reasons,
    turn,
    add,
    remove,
    save,
    errorAt,
    busy,
    refusal,
    asking,
    after: ({ sku, quantity, lying }: AdjustLine) =>
      (lyingAt(lying, warehouseId.value) ?? sku.onHand) + sign.value * (quantity ?? 0),
  }
}
