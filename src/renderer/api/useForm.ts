import { computed, nextTick, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { z } from 'zod'
import { fieldText, refusalText } from '../ui/refusalText.ts'
import type { Refusal } from './refusal.ts'
import type { useCommand } from './useCommand.ts'

interface FormOptions<I extends { requestId: string }, O> {
  /** The command's input without its request id: the draft is held against it before it is sent. */
  readonly schema: z.ZodType<Omit<I, 'requestId'>>
  readonly command: ReturnType<typeof useCommand<I, O>>
  /** The field at which a refusal is said; without one it is said for the whole form. */
  readonly place?: (refusal: Refusal) => string | undefined
}

/** A draft on its way to a command, with what is wrong said at its field. */
export function useForm<I extends { requestId: string }, O>({
  schema,
  command,
  place = () => undefined,
}: FormOptions<I, O>) {
  const { t } = useI18n()
  const broken = ref(new Map<string, string>())

  async function submit(draft: unknown): Promise<O | undefined> {
    command.clear()
    const checked = schema.safeParse(draft)
    broken.value = new Map(checked.error?.issues.map(({ path, code }) => [path.join('.'), ruleOf(draft, path, code)]))
    const output = checked.success ? await command.run(checked.data as never) : undefined
    if (output === undefined) await showFirstError()
    return output
  }

  function errorAt(path: string): string | undefined {
    const said = command.refusal.value
    if (said && place(said) === path) return refusalText(said, t)
    return fieldText(broken.value.get(path) ?? command.fieldRule(path), t)
  }

  const unplaced = computed(() => {
    const said = command.refusal.value
    return said && place(said) === undefined ? said : null
  })

  /** Forgets what was wrong with a draft that is another one now. */
  function clear(): void {
    command.clear()
    broken.value = new Map()
  }

  return { submit, clear, errorAt, busy: command.busy, refusal: unplaced }
}

/** What is simply empty is to be filled in, whatever rule it breaks. */
function ruleOf(draft: unknown, path: readonly PropertyKey[], rule: string): string {
  let value = draft
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
  return typeof value === 'string' && value.trim() === '' ? 'invalid_type' : rule
}

async function showFirstError(): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus()
}
