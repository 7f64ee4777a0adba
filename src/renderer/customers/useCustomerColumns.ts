import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { customerColumns } from './customerColumns.ts'

export function useCustomerColumns() {
  const { t } = useI18n()
  return computed(() => customerColumns(t))
}
