import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { goBack } from '../app/goBack.ts'
import { notify } from '../app/notices.ts'

export function useChangePassword() {
  const { t } = useI18n()
  const router = useRouter()
  const current = ref('')
  const password = ref('')
  const { run, busy, refusal, fieldRule } = useCommand(client.session.changePassword)

  async function change(): Promise<void> {
    if (!(await run({ current: current.value, password: password.value }))) return
    notify({ text: t('session.passwordChanged'), tone: 'done' })
    await goBack(router)
  }

  return { current, password, busy, refusal, fieldRule, change }
}
