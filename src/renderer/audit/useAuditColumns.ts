import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AuditEntry } from '../../contract/audit.ts'
import type { ExportColumn } from '../ui/lists/exported.ts'
import { useCommandWords } from './useCommandWords.ts'

/** What an export of the records says of each line. */
export function useAuditColumns() {
  const { t } = useI18n()
  const { commandText, refusalWord } = useCommandWords()
  const what = ({ name, refused }: AuditEntry) =>
    [commandText(name), refused === null ? '' : refusalWord(refused)].filter(Boolean).join(' · ')
  return computed<ExportColumn<AuditEntry>[]>(() => [
    { key: 'time', title: t('audit.time'), kind: 'time', value: (row) => row.recordedAt },
    { key: 'staff', title: t('audit.staff'), kind: 'text', value: (row) => row.staffName },
    { key: 'what', title: t('audit.what'), kind: 'text', value: what },
    { key: 'document', title: t('audit.document'), kind: 'text', value: (row) => row.documentNumber },
    { key: 'seq', title: t('audit.seq'), kind: 'count', value: (row) => row.seq },
  ])
}
