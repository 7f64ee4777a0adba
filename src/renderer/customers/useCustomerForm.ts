import { computed, ref } from 'vue'
import { birthdayOf, birthdayText } from '../../contract/birthday.ts'
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
  /** As it is typed. */
  birthday: string
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
          birthday: birthdayText(customer.birthday),
        }
      : { code: '', name: '', phone: '', address: '', note: '', creditLimit: null, tierId: null, birthday: '' },
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

  /** What is no day stays as it was typed, and is refused at its field. */
  function said() {
    const { birthday, ...rest } = draft.value
    return { ...rest, birthday: birthdayOf(birthday) ?? birthday }
  }

  return {
    draft,
    save: () => (customer ? update.submit({ ...said(), customerId: customer.id }) : create.submit(said())),
    errorAt: form.errorAt,
    busy: form.busy,
    refusal: computed(() => form.refusal.value ?? revealing.refusal.value),
    reveal,
    revealing: revealing.busy,
  }
}
