import type { ComposerTranslation } from 'vue-i18n'
import type { ShiftReport } from '../../contract/drawer.ts'
import type { Takings } from '../../contract/shift-report.ts'
import { moneyText } from '../ui/formats.ts'
import type { Strip, StripRow } from './strip.ts'

type Section = Strip['sections'][number]

/** What was taken, section by section; what did not happen is left out. */
export function takingsSections(takings: Takings, t: ComposerTranslation): Section[] {
  const { sales, returns, voided, gifts, discounts, roundOff } = takings
  const off = (name: string, amount: number): StripRow[] => (amount === 0 ? [] : [{ name, value: moneyText(amount) }])
  const tenders = (rows: Takings['tenders']): StripRow[] =>
    rows.map(({ tender, count, amount }) => ({ name: t(`tender.${tender}`), count, value: moneyText(amount) }))
  return [
    {
      title: t('report.sales'),
      rows: [
        { name: t('report.salesTotal'), count: sales.count, value: moneyText(sales.amount), strong: true },
        ...(sales.count > 0 ? [{ name: t('report.average'), value: moneyText(sales.average) }] : []),
        ...(returns.count > 0
          ? [{ name: t('report.returns'), count: returns.count, value: moneyText(returns.amount) }]
          : []),
        ...(voided.count > 0
          ? [{ name: t('report.voided'), count: voided.count, value: moneyText(voided.amount) }]
          : []),
        ...off(t('report.discounts'), discounts),
        ...off(t('report.roundOff'), roundOff),
        ...(gifts.count > 0 ? [{ name: t('report.gifts'), count: gifts.count, value: moneyText(gifts.amount) }] : []),
      ],
    },
    { title: t('report.tenders'), rows: tenders(takings.tenders) },
    { title: t('report.refunds'), rows: tenders(takings.refunds) },
    { title: t('report.collected'), rows: tenders(takings.collected) },
  ].filter(({ rows }) => rows.length > 0)
}

export function parkedSection(parked: ShiftReport['parked'], t: ComposerTranslation): Section[] {
  if (parked.count === 0) return []
  const row = { name: t('report.parked'), count: parked.count, value: moneyText(parked.amount) }
  return [{ title: t('report.stillOpen'), rows: [row] }]
}
