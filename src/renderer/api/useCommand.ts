import { computed, readonly, ref, shallowRef } from 'vue'
import type { Ref } from 'vue'
import { ulid } from 'ulid'
import { isUncertain, toRefusal } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A command that was sent and whose answer is not known. */
export interface Unanswered {
  readonly wish: string
  readonly requestId: string
}

type Wish<I> = I extends unknown ? Omit<I, 'requestId'> : never

/**
 * Carries out one command for a screen: `run(input)` answers with its output, or with undefined once `refusal` says why
 * not. The request id is made here, and the same one is sent again when the last answer was lost.
 *
 *     const { run, busy, refusal, fieldRule } = useCommand(client.products.create)
 *
 * @param unanswered where that id is kept; a device's own memory lets it outlive a reload, as money should.
 */
export function useCommand<I extends { requestId: string }, O>(
  send: (input: I) => Promise<O>,
  unanswered: Ref<Unanswered | null> = shallowRef(null),
) {
  const busy = ref(false)
  const refusal = shallowRef<Refusal | null>(null)

  async function run(input: Wish<I>): Promise<O | undefined> {
    if (busy.value) return undefined
    busy.value = true
    refusal.value = null
    const wish = JSON.stringify(input)
    const requestId = unanswered.value?.wish === wish ? unanswered.value.requestId : ulid()
    unanswered.value = { wish, requestId }
    try {
      const output = await send({ ...input, requestId } as unknown as I)
      unanswered.value = null
      return output
    } catch (error) {
      refusal.value = toRefusal(error)
      if (!isUncertain(refusal.value)) unanswered.value = null
      return undefined
    } finally {
      busy.value = false
    }
  }

  const rules = computed(() => {
    const said = refusal.value
    return new Map(said?.code === 'INPUT_INVALID' ? said.data.fields.map(({ path, rule }) => [path, rule]) : [])
  })

  return {
    run,
    busy: readonly(busy),
    refusal,
    /** Which rule of the contract the field at `path` (such as `skus.0.code`) broke, for `fieldText`. */
    fieldRule: (path: string) => rules.value.get(path),
    clear: () => (refusal.value = null),
  }
}
