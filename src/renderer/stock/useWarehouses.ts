import { computed, reactive, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { warehouses, type WarehouseView } from '../../contract/warehouses.ts'
import { client } from '../api/client.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import { notify } from '../app/notices.ts'

/** What a warehouse is called: the shop itself has no name of its own until somebody gives it one. */
export function useWarehouseName() {
  const { t } = useI18n()
  return (name: string): string => name || t('stock.shop')
}

/** Where goods lie: the main one first, those out of use last. */
export function useWarehouses() {
  const nameOf = useWarehouseName()
  const { data, refusal, refresh } = useLiveQuery({
    key: () => ['warehouses.list'],
    load: (signal) => client.warehouses.list({}, { signal }),
    topics: ['warehouses'],
  })
  const rows = computed(() =>
    (data.value ?? []).map((row) => ({ ...row, name: nameOf(row.name) })).sort((a, b) => rank(a) - rank(b)),
  )
  const inUse = computed(() => rows.value.filter(({ archived }) => !archived))
  const several = computed(() => inUse.value.length > 1)

  /** The one chosen while it is in use, else the main one; null while there is nothing to choose. */
  function chosen(id: number | null): number | null {
    if (!several.value) return null
    return (inUse.value.find((row) => row.id === id) ?? inUse.value[0])?.id ?? null
  }

  return { rows, inUse, several, chosen, loaded: computed(() => data.value !== undefined), refusal, refresh }
}

const rank = ({ isMain, archived }: WarehouseView) => (isMain ? 0 : archived ? 2 : 1)

/** One warehouse being made or renamed, and what else is done with one. */
export function useWarehouseForm() {
  const { t } = useI18n()
  const nameOf = useWarehouseName()
  const editing = ref<number | null>(null)
  const draft = reactive({ name: '' })
  const place = (refusal: Refusal) => (refusal.code === 'WAREHOUSE_NAME_TAKEN' ? 'name' : undefined)
  const form = useForm({
    schema: withoutRequestId(warehouses.save),
    command: useCommand(client.warehouses.save),
    place,
  })
  const choosing = useCommand(client.warehouses.makeMain)
  const archiving = useCommand(client.warehouses.archive)

  function edit(row: WarehouseView | null): void {
    clear()
    editing.value = row?.id ?? null
    draft.name = row?.name ?? ''
  }

  function clear(): void {
    form.clear()
    choosing.clear()
    archiving.clear()
  }

  async function save(): Promise<void> {
    const saved = await form.submit({ ...draft, ...(editing.value === null ? {} : { warehouseId: editing.value }) })
    if (!saved) return
    edit(null)
    notify({ tone: 'done', text: t('stock.warehouseSaved', { name: saved.name }) })
  }

  async function makeMain({ id }: WarehouseView): Promise<void> {
    clear()
    const main = await choosing.run({ warehouseId: id })
    if (main) notify({ tone: 'done', text: t('stock.warehouseIsMain', { name: nameOf(main.name) }) })
  }

  async function archive({ id, archived }: WarehouseView): Promise<void> {
    clear()
    await archiving.run({ warehouseId: id, archived: !archived })
  }

  return {
    editing,
    draft,
    edit,
    save,
    makeMain,
    archive,
    errorAt: form.errorAt,
    busy: computed(() => form.busy.value || choosing.busy.value || archiving.busy.value),
    refusal: computed(() => form.refusal.value ?? choosing.refusal.value ?? archiving.refusal.value),
  }
}
