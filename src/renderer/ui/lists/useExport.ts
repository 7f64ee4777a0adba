import { computed, onScopeDispose, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { isAbort, toRefusal } from '../../api/refusal.ts'
import { notify } from '../../app/notices.ts'
import { formats } from '../formats.ts'
import { refusalText } from '../refusalText.ts'
import { csvWriter } from './csv.ts'
import type { ExportColumn, SheetWriter } from './exported.ts'
import { writeList, type Pages } from './writeList.ts'

export type ExportFormat = 'xlsx' | 'csv'

interface Exported<T> {
  readonly title: () => string
  readonly columns: () => readonly ExportColumn<T>[]
  readonly pages: Pages<T>
}

/** What a sheet holds besides its head: Excel's own limit. */
const MOST_ROWS: Readonly<Record<ExportFormat, number>> = { xlsx: 1_048_575, csv: Number.POSITIVE_INFINITY }

/** Exports a list as it is filtered and shown, to its last page. */
export function useExport<T>({ title, columns, pages }: Exported<T>) {
  const { t } = useI18n()
  const rows = ref<number | null>(null)
  let running: AbortController | undefined

  async function run(format: ExportFormat): Promise<void> {
    if (running) return
    const own = (running = new AbortController())
    rows.value = 0
    try {
      const chosen = columns()
      const writer = await writerFor(
        format,
        title(),
        chosen.map((column) => column.title),
      )
      const progress = (count: number) => (rows.value = count)
      const most = MOST_ROWS[format]
      const file = await writeList({ columns: chosen, pages, writer, signal: own.signal, progress, most })
      if (file) save(file, `${title()} ${today()}.${format}`)
      notify(
        file
          ? { text: t('lists.exported', { count: rows.value }), tone: 'done' }
          : { text: t('lists.tooMany'), tone: 'bad' },
      )
    } catch (error) {
      if (!own.signal.aborted && !isAbort(error)) notify({ text: refusalText(toRefusal(error), t), tone: 'bad' })
    } finally {
      running = undefined
      rows.value = null
    }
  }

  const cancel = () => running?.abort()
  onScopeDispose(cancel)
  /** How many rows were read so far, while it runs. */
  return { run, cancel, rows, busy: computed(() => rows.value !== null) }
}

async function writerFor(format: ExportFormat, name: string, titles: readonly string[]): Promise<SheetWriter> {
  if (format === 'csv') return csvWriter(titles)
  const { xlsxWriter } = await import('./xlsx.ts')
  return xlsxWriter(titles, name, formats.decimals)
}

/** In the shop's own zone; Swedish writes dates as ISO does. */
const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: formats.timeZone, dateStyle: 'short' }).format(Date.now())

const KEPT_MS = 60_000

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
