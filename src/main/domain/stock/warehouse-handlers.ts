import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { listWarehouses, warehouseByRefs } from './queries-warehouses.ts'
import { archiveWarehouse, makeMainWarehouse, saveWarehouse } from './warehouse-commands.ts'

export const warehouses = {
  list: api.warehouses.list.handler(query(listWarehouses)),
  save: api.warehouses.save.handler(command(saveWarehouse, warehouseByRefs)),
  makeMain: api.warehouses.makeMain.handler(command(makeMainWarehouse, warehouseByRefs)),
  archive: api.warehouses.archive.handler(command(archiveWarehouse, warehouseByRefs)),
}
