import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CustomerView } from '../../contract/customers.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { notify } from '../app/notices.ts'

/** One customer: what is known, what may be revealed, archived and changed. */
export function useCustomer(customerId: number) {
  const { t } = useI18n()
  const { data, refusal, refresh, replace } = useLiveQuery<CustomerView>({
    key: () => ['customers.get', customerId],
    load: (signal) => client.customers.get({ customerId }, { signal }),
    topics: ['customers', 'orders', 'returns', 'exchanges', 'corrections', 'collections'],
  })
  const editing = ref(false)
  const archiving = useCommand(client.customers.archive)
  const revealing = useCommand(client.customers.reveal)
  /** Phone and address in full, for as long as this customer is open. */
  const revealed = shallowRef<{ readonly phone: string; readonly address: string } | null>(null)

  async function reveal(): Promise<void> {
    revealed.value = (await revealing.run({ customerId })) ?? null
  }

  async function archive(archived: boolean): Promise<void> {
    const customer = await archiving.run({ customerId, archived })
    if (!customer) return
    replace(customer)
    notify({
      text: t(archived ? 'customers.archived' : 'customers.restored', { name: customer.name }),
      action: { label: t('common.undo'), run: () => void archive(!archived) },
    })
  }

  function saved(customer: CustomerView): void {
    replace(customer)
    editing.value = false
    revealed.value = null
    notify({ tone: 'done', text: t('customers.saved', { name: customer.name }) })
  }

  return { customer: data, refusal, refresh, editing, saved, archiving, archive, revealing, revealed, reveal }
}
