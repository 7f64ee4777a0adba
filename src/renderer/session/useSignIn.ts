import { nextTick, onScopeDispose, ref, useTemplateRef, watch } from 'vue'
import type { NInput } from 'naive-ui'
import { useRoute, useRouter } from 'vue-router'
import { deviceRef } from '../app/device.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from './session.ts'

/** Signs in, remembers the name on this device, and waits as long as the shop says after wrong tries. */
export function useSignIn() {
  const session = useSession()
  const route = useRoute()
  const router = useRouter()
  const name = deviceRef('name', (stored) => (typeof stored === 'string' ? stored : ''))
  const password = ref('')
  const shopName = ref('')
  const wait = ref(0)
  const passwordField = useTemplateRef<InstanceType<typeof NInput>>('passwordField')
  const { run, busy, refusal } = useCommand(session.signIn)

  void client.setup.state({}).then(
    (state) => (shopName.value = state.name ?? ''),
    () => undefined,
  )

  async function signIn(): Promise<void> {
    if (wait.value > 0) return
    const me = await run({ name: name.value.trim(), password: password.value })
    if (me) {
      await router.replace(typeof route.query['next'] === 'string' ? route.query['next'] : '/')
      return
    }
    password.value = ''
    await nextTick()
    passwordField.value?.focus()
  }

  const timer = setInterval(() => {
    if (wait.value > 0) wait.value -= 1
  }, 1_000)
  onScopeDispose(() => clearInterval(timer))

  watch(refusal, (said) => {
    if (said?.code === 'SIGN_IN_SLOWED') wait.value = said.data.seconds
  })
  // The sentence counts down with it, and leaves when one may try again.
  watch(wait, (seconds) => {
    if (refusal.value?.code !== 'SIGN_IN_SLOWED') return
    refusal.value = seconds > 0 ? { code: 'SIGN_IN_SLOWED', data: { seconds } } : null
  })

  return { name, password, busy, refusal, shopName, wait, signIn }
}
