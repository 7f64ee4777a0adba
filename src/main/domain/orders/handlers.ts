import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { documentByRefs } from '../documents/queries.ts'
import { sellGoods } from './commands.ts'
import { priceOfBasket, scanAtCounter } from './queries.ts'

export const orders = {
  scan: api.orders.scan.handler(query(scanAtCounter)),
  price: api.orders.price.handler(query(priceOfBasket)),
  sell: api.orders.sell.handler(command(sellGoods, documentByRefs)),
}
