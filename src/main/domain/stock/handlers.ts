import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { documentByRefs } from '../documents/queries.ts'
import { levelOf, listMovements } from './level-view.ts'
import { adjustStock, receiveGoods, transferStock } from './papers.ts'

export const stock = {
  level: api.stock.level.handler(query(levelOf)),
  movements: api.stock.movements.handler(query(listMovements)),
  adjust: api.stock.adjust.handler(command(adjustStock, documentByRefs)),
  transfer: api.stock.transfer.handler(command(transferStock, documentByRefs)),
  receive: api.stock.receive.handler(command(receiveGoods, documentByRefs)),
}
