import { reactive, ref } from 'vue'
import { session as contract } from '../../contract/session.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import { useSession } from './session.ts'
import { useWait } from './useWait.ts'

/** Sets a new password by the code on paper and signs in with it. */
export function useRecovery() {
  const session = useSession()
  const draft = reactive({ name: '', recoveryCode: '', password: '' })
  /** The code that takes the used one's place. */
  const next = ref('')
  const form = useForm({
    schema: withoutRequestId(contract.recover),
    command: useCommand(client.session.recover),
  })
  const { wait, refusal } = useWait(form.refusal)
  const signingIn = useCommand(session.signIn)

  async function recover(): Promise<void> {
    if (wait.value > 0) return
    const done = await form.submit({ ...draft })
    if (!done) return
    await signingIn.run({ name: draft.name.trim(), password: draft.password })
    next.value = done.recoveryCode
  }

  return { draft, next, busy: form.busy, refusal, wait, errorAt: form.errorAt, recover }
}
