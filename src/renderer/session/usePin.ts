import { reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { session as contract } from '../../contract/session.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import { goBack } from '../app/goBack.ts'
import { notify } from '../app/notices.ts'
import { useSession } from './session.ts'

export function usePin() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const draft = reactive({ current: '', pin: '' })
  const { submit, busy, refusal, errorAt } = useForm({
    schema: withoutRequestId(contract.setPin),
    command: useCommand(client.session.setPin),
    place: ({ code }) => (code === 'PASSWORD_WRONG' ? 'current' : undefined),
  })

  async function save(): Promise<void> {
    if (!(await submit({ ...draft }))) return
    await session.refresh()
    notify({ text: t('session.pinSet'), tone: 'done' })
    await goBack(router)
  }

  return { draft, busy, refusal, errorAt, save }
}
