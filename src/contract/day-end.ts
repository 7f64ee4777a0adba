/** 日结: what a tired owner still has to look at, and the word that the day is done. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { printJob } from './printing.ts'
import { command, query } from './procedure.ts'
import { parkedSales, takings } from './shift-report.ts'
import { businessDay, id, money, requestId, time } from './values.ts'

const open = z.object({ count: z.int(), amount: money })

export const leftOpen = z.object({
  /** Documents of today that are not paid, or on account, and what is owed on them. */
  unpaid: open,
  /** Orders that are confirmed and not handed over, of any day, and what they come to. */
  unshipped: open,
  /** Goods sold below zero. */
  negativeStock: z.int(),
  /** Products in use that are tagged 待补资料. */
  incomplete: z.int(),
  parked: parkedSales,
  lastSnapshotAt: time.nullable(),
})
export type LeftOpen = z.infer<typeof leftOpen>

export const dayEndView = leftOpen.extend({
  businessDay,
  /** The shift that is not closed yet. */
  openShift: z.object({ id, number: z.string(), businessDay }).nullable(),
  /** The shifts of today that were counted and closed, and what was found in all. */
  shifts: z.object({ count: z.int(), counted: money, difference: money, dropped: money }),
  /** Null while a drawer is counted blind. */
  takings: takings.nullable(),
  /** The last time that somebody said that today is done, with the head of the audit chain then. */
  done: z.object({ recordedAt: time, staffName: z.string(), seq: z.int(), hash: z.string() }).nullable(),
})
export type DayEndView = z.infer<typeof dayEndView>

export const dayEnd = {
  get: query('dayEnd.get', { access: 'drawer.view' })
    .route({ method: 'GET', path: '/dayEnd' })
    .input(z.object({}))
    .output(dayEndView),
  confirm: command('dayEnd.confirm', { access: 'drawer.endDay' })
    .route({ method: 'POST', path: '/dayEnd' })
    .input(z.object({ requestId }))
    .output(dayEndView)
    .errors(refusals('SHIFT_STILL_OPEN')),
  /** On the receipt printer, as it stands now. */
  print: command('dayEnd.print', { access: 'drawer.view' })
    .route({ method: 'POST', path: '/dayEnd/print' })
    .input(z.object({ requestId }))
    .output(printJob)
    .errors(refusals('NO_RECEIPT_PRINTER')),
}
