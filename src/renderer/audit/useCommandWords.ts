import { useI18n } from 'vue-i18n'

/** What a command is called in the records, and why one was refused. */
export function useCommandWords() {
  const { t, te } = useI18n()

  return {
    commandText: (name: string) => (te(`command.${name}`) ? t(`command.${name}`) : name),
    refusalWord: (code: string) => (te(`audit.why.${code}`) ? t(`audit.why.${code}`) : t('audit.refused')),
  }
}
