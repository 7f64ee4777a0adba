import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { exchangeGoods } from './commands.ts'
import { exchangeByRefs, priceOfExchange } from './queries.ts'

export const exchanges = {
  price: api.exchanges.price.handler(query(priceOfExchange)),
  exchange: api.exchanges.exchange.handler(command(exchangeGoods, exchangeByRefs)),
}
