import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { staff } from '../../contract/staff.ts'
import type { StaffView } from '../../contract/staff.ts'
import { client } from '../api/client.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'
import { withoutRequestId } from '../api/withoutRequestId.ts'
import { notify } from '../app/notices.ts'

/** Someone who works here; `member` is null for someone who begins. */
export function useMember(member: StaffView | null) {
  const { t } = useI18n()
  const draft = reactive({ name: member?.name ?? '', role: member?.role ?? ('clerk' as const), password: '', pin: '' })

  const place = (refusal: Refusal) => (refusal.code === 'STAFF_NAME_TAKEN' ? 'name' : undefined)
  const creating = useForm({ schema: withoutRequestId(staff.create), command: useCommand(client.staff.create), place })
  const updating = useForm({ schema: withoutRequestId(staff.update), command: useCommand(client.staff.update), place })
  const setting = useForm({
    schema: withoutRequestId(staff.setPassword),
    command: useCommand(client.staff.setPassword),
  })
  const settingPin = useForm({ schema: withoutRequestId(staff.setPin), command: useCommand(client.staff.setPin) })
  const form = member ? updating : creating

  async function save(archived = member?.archived ?? false): Promise<StaffView | undefined> {
    const { name, role, password } = draft
    const saved = member
      ? await updating.submit({ staffId: member.id, name, role, archived })
      : await creating.submit({ name, role, password })
    if (saved) notify({ tone: 'done', text: t('staff.saved', { name: saved.name }) })
    return saved
  }

  async function setPassword(): Promise<void> {
    if (!member) return
    const saved = await setting.submit({ staffId: member.id, password: draft.password })
    if (!saved) return
    draft.password = ''
    notify({ tone: 'done', text: t('staff.passwordSet', { name: saved.name }) })
  }

  /** An empty one takes the PIN away. */
  async function setPin(pin: string | null): Promise<void> {
    if (!member) return
    const saved = await settingPin.submit({ staffId: member.id, pin })
    if (!saved) return
    draft.pin = ''
    notify({ tone: 'done', text: t(saved.hasPin ? 'staff.pinSet' : 'staff.pinRemoved', { name: saved.name }) })
  }

  return {
    draft,
    save,
    setPassword,
    setPin,
    errorAt: (field: string) => form.errorAt(field) ?? setting.errorAt(field) ?? settingPin.errorAt(field),
    busy: computed(() => form.busy.value || setting.busy.value || settingPin.busy.value),
    refusal: computed(() => form.refusal.value ?? setting.refusal.value ?? settingPin.refusal.value),
  }
}
