import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { documentByRefs } from '../documents/queries.ts'
import { salesLike } from '../documents/queries-sales.ts'
import { returnGoods } from './commands.ts'
import { priceOfReturn } from './queries.ts'

export const returns = {
  findSales: api.returns.findSales.handler(query(salesLike)),
  price: api.returns.price.handler(query(priceOfReturn)),
  returnGoods: api.returns.returnGoods.handler(command(returnGoods, documentByRefs)),
}
