import { ref, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { Snapshot } from '../../contract/setup.ts'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from '../session/session.ts'
import { decimalText } from '../ui/numbers.ts'

const TENTH_OF_MEGABYTE = 100_000

/** The backups that lie in the shop's folder, and bringing one back. */
export function useRestore(setupCode: () => string) {
  const session = useSession()
  const router = useRouter()
  const snapshots = shallowRef<readonly Snapshot[]>()
  const unread = ref<Refusal | null>(null)
  const { run, busy, refusal } = useCommand(client.setup.restore)
  watch(refusal, (said) => (unread.value = said))

  const withCode = () => (setupCode().trim() ? { setupCode: setupCode().trim() } : {})

  async function look(): Promise<void> {
    unread.value = null
    snapshots.value = undefined
    try {
      snapshots.value = await client.setup.snapshots(withCode())
    } catch (error) {
      unread.value = toRefusal(error)
    }
  }

  async function restore(file: string): Promise<void> {
    if (!(await run({ file, ...withCode() }))) return
    session.hasShop = true
    await router.replace('/sign-in')
  }

  const megabytes = (bytes: number) => `${decimalText(Math.ceil(bytes / TENTH_OF_MEGABYTE), 1, 1)} MB`

  void look()
  return { snapshots, refusal: unread, busy, megabytes, look, restore }
}
