import { useI18n } from 'vue-i18n'
import type { ImportProblem } from '../../contract/imports.ts'
import { quantityText } from '../ui/formats.ts'

/** What is wrong with a row, in words. Refusals of the shop itself keep the sentence that they have everywhere. */
export function useProblemText() {
  const { t, te } = useI18n()

  function factText(name: string, value: string | number): string {
    if (name === 'field') return t(`imports.field.${value}`)
    return name === 'onHand' ? quantityText(Number(value)) : String(value)
  }

  return ({ code, facts }: Pick<ImportProblem, 'code' | 'facts'>): string => {
    const written = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factText(name, value)]))
    if (te(`imports.problem.${code}`)) return t(`imports.problem.${code}`, written)
    return te(`error.${code}`) ? t(`error.${code}`, written) : t('imports.problem.other', { code })
  }
}
