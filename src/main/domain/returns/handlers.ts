import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { documentByRefs } from '../documents/queries.ts'
import { returnGoods } from './commands.ts'
import { priceOfReturn } from './queries.ts'

export const returns = {
  price: api.returns.price.handler(query(priceOfReturn)),
  returnGoods: api.returns.returnGoods.handler(command(returnGoods, documentByRefs)),
}
