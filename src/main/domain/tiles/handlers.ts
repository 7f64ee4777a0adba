import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { pinTile } from './commands.ts'
import { listTiles } from './queries.ts'

export const tiles = {
  list: api.tiles.list.handler(query(listTiles)),
  pin: api.tiles.pin.handler(command(pinTile, listTiles)),
}
