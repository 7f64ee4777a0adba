/** What a file of customers says of each: all that the import takes, under names that it knows again. */
import type { ComposerTranslation } from 'vue-i18n'
import { birthdayText } from '../../contract/birthday.ts'
import type { InFull, ListedCustomer } from '../../contract/customers.ts'
import type { ExportColumn } from '../ui/lists/exported.ts'

/** Phone and address stay masked but for those who may reveal them: then it is recorded that they did. */
export type ExportedCustomer = ListedCustomer & { readonly inFull?: InFull | undefined }

export function customerColumns(t: ComposerTranslation): ExportColumn<ExportedCustomer>[] {
  return [
    { key: 'name', title: t('customers.name'), kind: 'text', value: (row) => row.name },
    { key: 'code', title: t('customers.code'), kind: 'text', value: (row) => row.code },
    { key: 'phone', title: t('customers.phone'), kind: 'text', value: (row) => row.inFull?.phone ?? row.maskedPhone },
    {
      ...{ key: 'phone', title: t('customers.address'), kind: 'text' },
      value: (row) => row.inFull?.address ?? row.particulars?.maskedAddress,
    },
    { key: 'name', title: t('customers.tier'), kind: 'text', value: (row) => row.particulars?.tierName },
    {
      ...{ key: 'name', title: t('customers.birthday'), kind: 'text' },
      value: (row) => birthdayText(row.particulars?.birthday ?? ''),
    },
    { key: 'name', title: t('customers.note'), kind: 'text', value: (row) => row.particulars?.note },
    { key: 'owed', title: t('customers.owed'), kind: 'money', value: (row) => row.owed },
    { key: 'owed', title: t('customers.creditLimit'), kind: 'money', value: (row) => row.particulars?.creditLimit },
    { key: 'owed', title: t('customers.storedValue'), kind: 'money', value: (row) => row.particulars?.storedValue },
    { key: 'owed', title: t('customers.points'), kind: 'count', value: (row) => row.particulars?.points },
  ]
}
