import { command, draft, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { keepBasket, parkBasket, recallBasket, recordRemoval, removeParked } from './commands.ts'
import { getParked, listParked, openBasketOf, openByRefs } from './queries.ts'
import { rearrangeBaskets } from './rearrange-commands.ts'

const nothing = () => ({})

export const baskets = {
  open: api.baskets.open.handler(query(openBasketOf)),
  parked: api.baskets.parked.handler(query(listParked)),
  get: api.baskets.get.handler(query(getParked)),
  recall: api.baskets.recall.handler(command(recallBasket, openByRefs)),
  rearrange: api.baskets.rearrange.handler(command(rearrangeBaskets, openByRefs)),
  keep: api.baskets.keep.handler(draft(keepBasket)),
  park: api.baskets.park.handler(command(parkBasket, (_, { basket }) => ({ basketId: Number(basket) }))),
  remove: api.baskets.remove.handler(command(removeParked, nothing)),
  recordRemoval: api.baskets.recordRemoval.handler(command(recordRemoval, nothing)),
}
