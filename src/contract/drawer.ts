/** Cash belongs to a drawer session, a shift: opened with a float, counted and closed (DESIGN §7). */
import { z } from 'zod'
import { paymentTender } from './documents.ts'
import { refusals } from './errors.ts'
import { page, pageOf } from './paging.ts'
import { command, query } from './procedure.ts'
import { businessDay, id, money, optionalText, positiveMoney, requestId, text, time } from './values.ts'

export const shiftView = z.object({
  id,
  number: z.string(),
  state: z.enum(['open', 'closed']),
  businessDay,
  openedBy: z.string(),
  openedAt: time,
  closedBy: z.string().nullable(),
  closedAt: time.nullable(),
  float: money,
  counted: money.nullable(),
  note: z.string(),
  /** Absent until counted for those who may not see the drawer. */
  expected: money.optional(),
  difference: money.optional(),
  /** Of sales and returns. Debts collected stand apart. */
  tenders: z.array(z.object({ tender: paymentTender, count: z.int(), amount: money })).optional(),
  collected: z.array(z.object({ tender: paymentTender, count: z.int(), amount: money })).optional(),
  cashMovements: z
    .array(
      z.object({
        id,
        kind: z.enum(['payIn', 'payOut', 'cashDrop']),
        amount: money,
        reason: z.string(),
        recordedAt: time,
        staffName: z.string(),
      }),
    )
    .optional(),
})
export type ShiftView = z.infer<typeof shiftView>

export const drawer = {
  current: query('drawer.current', { access: 'drawer.use' })
    .route({ method: 'GET', path: '/shifts/current' })
    .input(z.object({}))
    .output(shiftView.nullable()),
  list: query('drawer.list', { access: 'drawer.view' })
    .route({ method: 'GET', path: '/shifts' })
    .input(page)
    .output(pageOf(shiftView)),
  open: command('drawer.open', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts' })
    .input(z.object({ requestId, float: positiveMoney }))
    .output(shiftView)
    .errors(refusals('SHIFT_ALREADY_OPEN')),
  move: command('drawer.move', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts/current/cash' })
    .input(z.object({ requestId, kind: z.enum(['payIn', 'payOut']), amount: positiveMoney.min(1), reason: text(200) }))
    .output(shiftView)
    .errors(refusals('NO_OPEN_SHIFT', 'DRAWER_SHORT', 'AMOUNT_TOO_LARGE')),
  close: command('drawer.close', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts/current/close' })
    .input(z.object({ requestId, counted: positiveMoney, note: optionalText(200) }))
    .output(shiftView)
    .errors(refusals('NO_OPEN_SHIFT')),
}
