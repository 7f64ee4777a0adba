/** Cash belongs to a drawer session, a shift: opened with a float, counted blind and closed (DESIGN §7). */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { pageOf, sortedPage } from './paging.ts'
import { printJob } from './printing.ts'
import { command, query } from './procedure.ts'
import { shiftReport } from './shift-report.ts'
import { businessDay, id, money, optionalText, positiveMoney, requestId, text, time } from './values.ts'

export const CASH_MOVES = ['payIn', 'payOut', 'cashDrop'] as const
export const cashMove = z.enum(CASH_MOVES)
export type CashMove = z.infer<typeof cashMove>

/** How many of a note or coin lay in the drawer. */
export const denomination = z.object({ value: positiveMoney.min(1), count: z.int().min(0).max(1_000_000) })
export type Denomination = z.infer<typeof denomination>

export const shiftView = z.object({
  id,
  number: z.string(),
  /** Counted again becomes open when cash moves after the count. */
  state: z.enum(['open', 'counted', 'closed']),
  businessDay,
  /** Of an earlier business day: nothing is sold before it is counted and closed. */
  forgotten: z.boolean(),
  openedBy: z.string(),
  openedAt: time,
  closedBy: z.string().nullable(),
  closedAt: time.nullable(),
  float: money,
  counted: money.nullable(),
  /** 上缴 at closing; what was counted less this is left as the next float. */
  dropped: money.nullable(),
  floatLeft: money.nullable(),
  reason: z.string(),
  /** Absent until the count is committed, for everybody (`blindCount`). */
  expected: money.optional(),
  difference: money.optional(),
  /** Every count that was committed, the last one last. */
  counts: z.array(
    z.object({
      counted: money,
      difference: money.optional(),
      denominations: z.array(denomination),
      recordedAt: time,
      staffName: z.string(),
    }),
  ),
  cashMovements: z.array(
    z.object({
      id,
      kind: cashMove,
      amount: money,
      reason: z.string(),
      recordedAt: time,
      staffName: z.string(),
    }),
  ),
})
export type ShiftView = z.infer<typeof shiftView>

export const shiftReportView = shiftReport.extend({ shift: shiftView })
export type ShiftReport = z.infer<typeof shiftReportView>

/** What shifts may be sorted by: when they were opened, or 长款 and 短款. */
export const SHIFT_SORTS = ['time', 'difference'] as const
export type ShiftSort = (typeof SHIFT_SORTS)[number]

export const drawer = {
  current: query('drawer.current', { access: 'drawer.use' })
    .route({ method: 'GET', path: '/shifts/current' })
    .input(z.object({}))
    .output(shiftView.nullable()),
  /** What the last shift left in the drawer: the next one's float, unless something else is found there. */
  left: query('drawer.left', { access: 'drawer.use' })
    .route({ method: 'GET', path: '/shifts/left' })
    .input(z.object({}))
    .output(z.object({ float: money.nullable() })),
  list: query('drawer.list', { access: 'drawer.view' })
    .route({ method: 'GET', path: '/shifts' })
    .input(sortedPage.extend({ sort: z.enum(SHIFT_SORTS).default('time') }))
    .output(pageOf(shiftView)),
  /** 交班单: for whoever sees the drawer, and for whoever opened or closed that shift. */
  report: query('drawer.report', { access: 'signedIn' })
    .route({ method: 'GET', path: '/shifts/{shiftId}/report' })
    .input(z.object({ shiftId: id }))
    .output(shiftReportView)
    .errors(refusals('SHIFT_NOT_FOUND')),
  /** 交班单 on the receipt printer, with what this person sees of it. */
  printReport: command('drawer.printReport', { access: 'signedIn' })
    .route({ method: 'POST', path: '/shifts/{shiftId}/report/print' })
    .input(z.object({ requestId, shiftId: id }))
    .output(printJob)
    .errors(refusals('SHIFT_NOT_FOUND', 'NO_RECEIPT_PRINTER')),
  open: command('drawer.open', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts' })
    .input(z.object({ requestId, float: positiveMoney }))
    .output(shiftView)
    .errors(refusals('SHIFT_ALREADY_OPEN')),
  move: command('drawer.move', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts/current/cash' })
    .input(z.object({ requestId, kind: cashMove, amount: positiveMoney.min(1), reason: text(200) }))
    .output(shiftView)
    .errors(refusals('NO_OPEN_SHIFT', 'DRAWER_SHORT', 'AMOUNT_TOO_LARGE')),
  /** 空开钱箱: by the receipt printer that the drawer hangs on, if there is one. */
  openWithoutSale: command('drawer.openWithoutSale', { access: 'drawer.openWithoutSale' })
    .route({ method: 'POST', path: '/drawer/open' })
    .input(z.object({ requestId, reason: text(200) }))
    .output(z.object({})),
  /** Commits what was counted, before anybody is told what should be there. */
  count: command('drawer.count', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts/current/count' })
    .input(z.object({ requestId, counted: positiveMoney, denominations: z.array(denomination).max(40).default([]) }))
    .output(shiftView)
    .errors(refusals('NO_OPEN_SHIFT', 'COUNT_DOES_NOT_ADD_UP')),
  close: command('drawer.close', { access: 'drawer.use' })
    .route({ method: 'POST', path: '/shifts/current/close' })
    .input(z.object({ requestId, reason: optionalText(200), dropped: positiveMoney.default(0 as never) }))
    .output(shiftView)
    .errors(refusals('NO_OPEN_SHIFT', 'DRAWER_NOT_COUNTED', 'DIFFERENCE_NEEDS_REASON', 'DRAWER_SHORT')),
}
