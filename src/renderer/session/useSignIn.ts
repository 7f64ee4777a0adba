import { nextTick, ref, useTemplateRef } from 'vue'
import type { NInput } from 'naive-ui'
import { useRoute, useRouter } from 'vue-router'
import { deviceRef } from '../app/device.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from './session.ts'
import { useWait } from './useWait.ts'

/** Signs in, remembers the name on this device, and waits as long as the shop says after wrong tries. */
export function useSignIn() {
  const session = useSession()
  const route = useRoute()
  const router = useRouter()
  const name = deviceRef('name', (stored) => (typeof stored === 'string' ? stored : ''))
  const password = ref('')
  const shopName = ref('')
  const passwordField = useTemplateRef<InstanceType<typeof NInput>>('passwordField')
  const { run, busy, refusal: refused } = useCommand(session.signIn)
  const { wait, refusal } = useWait(refused)

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

  return { name, password, busy, refusal, shopName, wait, signIn }
}
