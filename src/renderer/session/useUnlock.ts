import { computed, ref, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { Person } from '../../contract/session.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from './session.ts'
import { useWait } from './useWait.ts'

/** The way out of the lock: by one's own PIN or password, or as somebody else by theirs. */
export function useUnlock() {
  const session = useSession()
  const router = useRouter()
  const own = session.me?.staffId ?? 0
  const others = shallowRef<readonly Person[]>([])
  const chosen = ref(String(own))
  const secret = ref('')
  const isSame = computed(() => Number(chosen.value) === own)
  const canChoose = computed(() => isSame.value && session.me?.hasPin === true)
  const wantsPassword = ref(false)
  const byPassword = computed({
    get: () => isSame.value && (wantsPassword.value || !canChoose.value),
    set: (value) => (wantsPassword.value = value),
  })

  const unlocking = useCommand(session.unlock)
  const switching = useCommand(session.switchTo)
  const refusal = computed(() => (isSame.value ? unlocking : switching).refusal.value)
  const { wait, refusal: said } = useWait(refusal)
  watch([chosen, byPassword], () => {
    secret.value = ''
    unlocking.clear()
    switching.clear()
  })

  void client.session.people({}).then(
    (people) => (others.value = people.filter(({ staffId }) => staffId !== own)),
    () => undefined,
  )

  async function submit(): Promise<void> {
    if (wait.value > 0 || secret.value === '') return
    const typed = secret.value
    secret.value = ''
    if (!isSame.value) await takeOver(Number(chosen.value), typed)
    else await unlocking.run(byPassword.value ? { password: typed } : { pin: typed })
  }

  /** Whoever takes over sees the page that is open, unless it is not for them. */
  async function takeOver(staffId: number, pin: string): Promise<void> {
    if (!(await switching.run({ staffId, pin }))) return
    const needed = [router.currentRoute.value.meta.permission ?? []].flat()
    if (needed.length > 0 && !needed.some(session.can)) await router.replace('/')
  }

  const people = computed(() =>
    [{ staffId: own, name: session.me?.name ?? '' }, ...others.value].map(({ staffId, name }) => ({
      value: String(staffId),
      label: name,
    })),
  )

  return {
    people,
    chosen,
    isSame,
    byPassword,
    canChoose,
    secret,
    busy: computed(() => unlocking.busy.value || switching.busy.value),
    refusal: said,
    wait,
    submit,
    signOut: () => session.signOut(),
  }
}
