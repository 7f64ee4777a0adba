import { computed, ref } from 'vue'
import { customerInput, type CustomerView } from '../../contract/customers.ts'
import { id } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useForm } from '../api/useForm.ts'

/** Phone and address that have not been revealed stay as they are. */
interface CustomerDraft {
  code: string
  name: string
  phone: string | undefined
  address: string | undefined
  note: string
  creditLimit: number | null
  tierId: number | null
}

/** A customer being made or changed. `customer` is null for a new one. */
export function useCustomerForm(customer: CustomerView | null) {
  const draft = ref<CustomerDraft>(
    customer
      ? {
          code: customer.code,
          name: customer.name,
          phone: undefined,
          address: undefined,
          note: customer.note,
          creditLimit: customer.creditLimit,
          tierId: customer.tierId,
        }
      : { code: '', name: '', phone: '', address: '', note: '', creditLimit: null, tierId: null },
  )
  const place = (refusal: Refusal) => (refusal.code === 'CODE_TAKEN' ? 'code' : undefined)
  const create = useForm({ schema: customerInput, command: useCommand(client.customers.create), place })
  const update = useForm({
    schema: customerInput.partial({ phone: true, address: true }).extend({ customerId: id }),
    command: useCommand(client.customers.update),
    place,
  })
  const form = customer ? update : create
  const revealing = useCommand(client.customers.reveal)

  async function reveal(): Promise<void> {
    if (!customer) return
    const seen = await revealing.run({ customerId: customer.id })
    if (seen) Object.assign(draft.value, seen)
  }

  return {
    draft,
    save: () => (customer ? update.submit({ ...draft.value, customerId: customer.id }) : create.submit(draft.value)),
    errorAt: form.errorAt,
    busy: form.busy,
    refusal: computed(() => form.refusal.value ?? revealing.refusal.value),
    reveal,
    revealing: revealing.busy,
  }
}
