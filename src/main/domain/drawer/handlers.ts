import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { closeShift, countDrawer, moveCash, openShift, openWithoutSale } from './commands.ts'
import { listShifts } from './list.ts'
import { jobByRefs } from '../printing/queries.ts'
import { printReport } from './print-commands.ts'
import { reportOfShift } from './report-queries.ts'
import { cashLeft, currentShift, shiftByRefs } from './view-queries.ts'

export const drawer = {
  current: api.drawer.current.handler(query(currentShift)),
  left: api.drawer.left.handler(query(cashLeft)),
  list: api.drawer.list.handler(query(listShifts)),
  report: api.drawer.report.handler(query(reportOfShift)),
  open: api.drawer.open.handler(command(openShift, shiftByRefs)),
  move: api.drawer.move.handler(command(moveCash, shiftByRefs)),
  openWithoutSale: api.drawer.openWithoutSale.handler(command(openWithoutSale, () => ({}))),
  count: api.drawer.count.handler(command(countDrawer, shiftByRefs)),
  printReport: api.drawer.printReport.handler(command(printReport, jobByRefs)),
  close: api.drawer.close.handler(command(closeShift, shiftByRefs)),
}
