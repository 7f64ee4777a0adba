/** Where goods lie (仓库): the shop itself and whatever else it keeps goods in. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { id, requestId, text } from './values.ts'

export const warehouseView = z.object({
  id,
  /** Empty for the shop itself, until somebody names it. */
  name: z.string(),
  /** The counter sells from it, and goods come into it when nothing else is said. */
  isMain: z.boolean(),
  archived: z.boolean(),
})
export type WarehouseView = z.infer<typeof warehouseView>

const chosen = z.object({ requestId, warehouseId: id })

export const warehouses = {
  list: query('warehouses.list', { access: 'stock.view' })
    .route({ method: 'GET', path: '/warehouses' })
    .input(z.object({}))
    .output(z.array(warehouseView)),
  /** A new one where `warehouseId` is absent. */
  save: command('warehouses.save', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/warehouses' })
    .input(z.object({ requestId, warehouseId: id.optional(), name: text(20) }))
    .output(warehouseView)
    .errors(refusals('WAREHOUSE_NOT_FOUND', 'WAREHOUSE_NAME_TAKEN')),
  /** From then on the counter sells from it. */
  makeMain: command('warehouses.makeMain', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/warehouses/{warehouseId}/main' })
    .input(chosen)
    .output(warehouseView)
    .errors(refusals('WAREHOUSE_NOT_FOUND')),
  /** Only an empty one that is not the main one: what lies in it would be lost from sight. */
  archive: command('warehouses.archive', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/warehouses/{warehouseId}/archive' })
    .input(chosen.extend({ archived: z.boolean() }))
    .output(warehouseView)
    .errors(refusals('WAREHOUSE_NOT_FOUND', 'WAREHOUSE_NAME_TAKEN', 'WAREHOUSE_IS_MAIN', 'WAREHOUSE_NOT_EMPTY')),
}
