import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CustomerRow } from '../../contract/customers.ts'
import type { ExportColumn } from '../ui/lists/exported.ts'

/** What an export of customers says of each; phones stay masked, since to see them is recorded one by one. */
export function useCustomerColumns() {
  const { t } = useI18n()
  return computed<ExportColumn<CustomerRow>[]>(() => [
    { key: 'name', title: t('customers.name'), kind: 'text', value: (row) => row.name },
    { key: 'code', title: t('customers.code'), kind: 'text', value: (row) => row.code },
    { key: 'phone', title: t('customers.phone'), kind: 'text', value: (row) => row.maskedPhone },
    { key: 'owed', title: t('customers.owed'), kind: 'money', value: (row) => row.owed },
  ])
}
