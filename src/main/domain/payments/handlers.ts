import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { closeShift, moveCash, openShift } from './commands.ts'
import { currentShift, listShifts, shiftByRefs } from './shift-view.ts'

export const drawer = {
  current: api.drawer.current.handler(query(currentShift)),
  list: api.drawer.list.handler(query(listShifts)),
  open: api.drawer.open.handler(command(openShift, shiftByRefs)),
  move: api.drawer.move.handler(command(moveCash, shiftByRefs)),
  close: api.drawer.close.handler(command(closeShift, shiftByRefs)),
}
