import { computed, shallowRef } from 'vue'
import type { ComputerChoices } from '../../contract/computer.ts'
import { client } from '../api/client.ts'
import { desktop } from '../api/desktop.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'

/** Asked only within the app's own window: anywhere else the answer is known. */
export function useThisComputer() {
  const choices = shallowRef<ComputerChoices | null>(null)
  const unread = shallowRef<Refusal | null>(null)
  const choosing = useCommand(client.computer.choose)

  async function read(): Promise<void> {
    try {
      choices.value = (await client.computer.get({})).choices
    } catch (error) {
      unread.value = toRefusal(error)
    }
  }

  async function choose(over: Partial<ComputerChoices>): Promise<void> {
    if (!choices.value) return
    const kept = await choosing.run({ ...choices.value, ...over })
    if (kept) choices.value = kept.choices
    else await read()
  }

  if (desktop()) void read()
  return { choices, busy: choosing.busy, refusal: computed(() => choosing.refusal.value ?? unread.value), choose }
}
