import { computed, ref, watch } from 'vue'
import { client } from '../api/client.ts'
import type { Asking } from '../api/useAuthorized.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { deviceRef } from '../app/device.ts'

/** Who may allow what was asked, and their PIN; who allowed the last time is chosen at first. */
export function useApproval(asking: () => Asking) {
  const last = deviceRef('approver', (stored) => (typeof stored === 'number' ? stored : 0))
  const chosen = ref('')
  const pin = ref('')
  const { data: approvers } = useLiveQuery({
    key: () => ['session.approvers', asking().permission],
    load: (signal) => client.session.approvers({ permission: asking().permission }, { signal }),
    topics: ['staff'],
  })
  const { run, busy, refusal } = useCommand(client.session.authorize)

  watch(
    approvers,
    (people) => {
      const usual = people?.find(({ staffId }) => staffId === last.value) ?? people?.[0]
      if (chosen.value === '' && usual) chosen.value = String(usual.staffId)
    },
    { immediate: true },
  )

  async function allow(): Promise<void> {
    if (pin.value === '' || chosen.value === '') return
    const { permission, forRequestId, decide } = asking()
    const staffId = Number(chosen.value)
    const done = await run({ staffId, pin: pin.value, permission, forRequestId })
    pin.value = ''
    if (!done) return
    last.value = staffId
    decide(true)
  }

  return {
    chosen,
    pin,
    /** Undefined until the shop has answered. */
    people: computed(() => approvers.value?.map(({ staffId, name }) => ({ value: String(staffId), label: name }))),
    busy,
    refusal,
    allow,
    cancel: () => asking().decide(false),
  }
}
