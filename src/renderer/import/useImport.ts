import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ulid } from 'ulid'
import type { ImportField, ImportKind, ImportView } from '../../contract/imports.ts'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'

const LOOK_EVERY_MS = 400

/** One import from the choice of its file to its end. One that was left is found again. */
export function useImport() {
  const current = shallowRef<ImportView | null>(null)
  /** What was left before its end, offered until another file is chosen. */
  const earlier = shallowRef<ImportView | null>(null)
  const fields = ref<(ImportField | null)[]>([])
  const busy = ref<'reading' | 'looking' | 'starting' | null>(null)
  const busyWith = ref('')
  const refusal = shallowRef<Refusal | null>(null)

  async function step(what: NonNullable<typeof busy.value>, work: () => Promise<ImportView>): Promise<void> {
    if (busy.value !== null) return
    busy.value = what
    refusal.value = null
    try {
      show(await work())
    } catch (error) {
      refusal.value = toRefusal(error)
    } finally {
      busy.value = null
    }
  }

  function show(view: ImportView): void {
    current.value = view
    earlier.value = null
    fields.value = view.columns.map(({ field }) => field)
  }

  const wish = () => ({ requestId: ulid(), importId: current.value?.id ?? 0 })

  async function choose(file: File, kind: ImportKind): Promise<void> {
    busyWith.value = file.name
    await step('reading', async () => {
      const { sendFile } = await import('./sendFile.ts')
      const begun = await client.imports.begin({ requestId: ulid(), kind, fileName: file.name, bytes: file.size })
      await sendFile(file, begun)
      return client.imports.read({ requestId: ulid(), importId: begun.id })
    })
  }

  /** What was looked at is not what would come now. */
  function map(at: number, field: ImportField | null): void {
    fields.value = fields.value.map((before, column) => (column === at ? field : before))
    if (current.value?.preview) current.value = { ...current.value, preview: null }
  }

  async function refresh(): Promise<void> {
    const id = current.value?.id
    if (id === undefined) return
    const view = await client.imports.get({ importId: id }).catch(() => null)
    if (view && current.value?.id === id) current.value = view
  }

  const running = computed(() => current.value?.state === 'running')
  let watching: ReturnType<typeof setInterval> | undefined
  watch(running, (is) => {
    clearInterval(watching)
    if (is) watching = setInterval(() => void refresh(), LOOK_EVERY_MS)
  })
  onScopeDispose(() => clearInterval(watching))

  async function findEarlier(): Promise<void> {
    const latest = await client.imports.latest({}).catch(() => null)
    if (!latest || current.value) return
    if (latest.state === 'running') show(latest)
    else if (['read', 'planned', 'failed'].includes(latest.state)) earlier.value = latest
  }
  void findEarlier()

  return {
    current,
    earlier,
    fields,
    busy,
    busyWith,
    refusal,
    choose,
    map,
    goOn: () => {
      if (earlier.value) show(earlier.value)
    },
    look: () => step('looking', () => client.imports.plan({ ...wish(), fields: fields.value })),
    start: () => step('starting', () => client.imports.start(wish())),
    stop: () => step('starting', () => client.imports.cancel(wish())),
    leave: () => {
      current.value = null
      refusal.value = null
    },
  }
}
