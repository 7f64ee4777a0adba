import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useSession } from '../../session/session.ts'
import { deviceRef } from '../device.ts'
import { isTouch, turnTouch } from '../theme/touch.ts'
import { placesFor, screenActions } from './actions.ts'
import { rank } from './rank.ts'
import { SOURCES } from './sources.ts'
import type { Found, Source } from './sources.ts'

export interface PaletteRow {
  readonly id: string
  readonly kind: 'action' | Source['kind']
  readonly label: string
  readonly detail: string
  readonly run: () => unknown
}

const MOST_NAMED = 7
const MOST_RECENT = 12
/** Screens and actions alone: what one looked up says something about a customer, and the device has other users. */
const recent = deviceRef<string[]>('palette.recent', (stored) =>
  Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, MOST_RECENT) : [],
)

/** Names are there at once; what the shop is asked for comes when it comes, each kind by itself. */
export function usePalette(close: () => void) {
  const { t, te } = useI18n()
  const router = useRouter()
  const session = useSession()
  const typed = ref('')
  const current = ref('')
  const found = reactive<Record<Source['kind'], readonly Found[]>>({ document: [], customer: [], product: [] })
  let looking: AbortController | undefined
  let answers: Promise<unknown> = Promise.resolve()

  const named = computed(() => {
    const places = placesFor(session.can).map(({ id, path, name }) => ({
      ...{ id, label: t(name), hint: '', run: () => router.push(path) },
    }))
    const touch = {
      id: 'touchMode',
      label: t(isTouch.value ? 'app.touchOff' : 'app.touchOn'),
      hint: '',
      run: turnTouch,
    }
    return [...screenActions.value, ...places, touch].map((one) => ({ ...one, also: alsoOf(one.id) }))
  })
  const alsoOf = (id: string) => (te(`palette.also.${id}`) ? t(`palette.also.${id}`) : '')

  const rows = computed<PaletteRow[]>(() => [
    ...rank(named.value, typed.value, recent.value)
      .slice(0, MOST_NAMED)
      .map(({ id, label, hint = '', run }) => ({ id, kind: 'action' as const, label, detail: hint, run })),
    ...SOURCES.flatMap(({ kind }) =>
      found[kind].map(({ id, label, detail, path }) => ({ id, kind, label, detail, run: () => router.push(path) })),
    ),
  ])
  const at = computed(() =>
    Math.max(
      0,
      rows.value.findIndex(({ id }) => id === current.value),
    ),
  )

  watch(typed, (text) => {
    looking?.abort()
    current.value = ''
    const own = (looking = new AbortController())
    answers = Promise.all(
      SOURCES.filter(({ permission }) => session.can(permission)).map((source) =>
        look(source, text.trim(), own.signal),
      ),
    )
  })

  async function look({ kind, search }: Source, text: string, signal: AbortSignal): Promise<void> {
    try {
      const answer = text === '' ? [] : await search(text, signal)
      if (!signal.aborted) found[kind] = answer
    } catch {
      // What one kind does not answer, the others do; the screen itself says why when it is opened.
      if (!signal.aborted) found[kind] = []
    }
  }

  function step(by: number): void {
    const { length } = rows.value
    current.value = rows.value[(at.value + by + length) % Math.max(1, length)]?.id ?? ''
  }

  function choose(row: PaletteRow | undefined): void {
    if (!row) return
    if (row.kind === 'action')
      recent.value = [row.id, ...recent.value.filter((id) => id !== row.id)].slice(0, MOST_RECENT)
    close()
    void row.run()
  }

  /** A scanner's Enter comes before any answer: what was typed is meant, not what is still shown of before. */
  async function enter(): Promise<void> {
    const asked = typed.value
    if (rows.value[at.value]?.kind !== 'action') await answers
    if (asked === typed.value) choose(rows.value[at.value])
  }

  onScopeDispose(() => looking?.abort())
  return { typed, rows, at, step, choose, enter }
}
