import { eq } from 'drizzle-orm'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { openWarehouse, skusIn, warehouseIdByName, warehouseRecord } from './queries-warehouses.ts'
import { warehouses } from './tables.ts'

const insertWarehouse = insertInto(warehouses)

/** The shop itself, without a name until somebody gives it one. */
export function foundWarehouse(db: WriteDb, uid: string): Id {
  return insertWarehouse(db, { uid, name: '', isMain: true })
}

/** Names are unique among the warehouses in use. */
export function saveWarehouse(
  ctx: CommandContext,
  { warehouseId, name }: { readonly warehouseId?: Id | undefined; readonly name: string },
): Refs {
  const earlier = warehouseId === undefined ? undefined : warehouseRecord(ctx.db, warehouseId)
  if (!earlier?.archivedAt) mustBeFree(ctx.db, name, warehouseId)
  if (!earlier) return { warehouse: insertWarehouse(ctx.db, { uid: ctx.ids.uid(ctx.now), name, isMain: false }) }
  ctx.db.update(warehouses).set({ name }).where(eq(warehouses.id, earlier.id)).run()
  return { warehouse: earlier.id }
}

export function makeMainWarehouse(ctx: CommandContext, { warehouseId }: { readonly warehouseId: Id }): Refs {
  const { id } = openWarehouse(ctx.db, warehouseId)
  ctx.db.update(warehouses).set({ isMain: false }).where(eq(warehouses.isMain, true)).run()
  ctx.db.update(warehouses).set({ isMain: true }).where(eq(warehouses.id, id)).run()
  return { warehouse: id }
}

export function archiveWarehouse(
  ctx: CommandContext,
  { warehouseId, archived }: { readonly warehouseId: Id; readonly archived: boolean },
): Refs {
  const { id, name, isMain, archivedAt } = warehouseRecord(ctx.db, warehouseId)
  if (archived) mustBeUnused(ctx.db, id, isMain)
  else mustBeFree(ctx.db, name, id)
  const at = archived ? (archivedAt ?? ctx.now) : null
  ctx.db.update(warehouses).set({ archivedAt: at }).where(eq(warehouses.id, id)).run()
  return { warehouse: id }
}

function mustBeUnused(db: WriteDb, id: Id, isMain: boolean): void {
  if (isMain) refuse('WAREHOUSE_IS_MAIN')
  const count = skusIn(db, id)
  if (count > 0) refuse('WAREHOUSE_NOT_EMPTY', { count })
}

function mustBeFree(db: WriteDb, name: string, except?: Id): void {
  const holder = warehouseIdByName(db, name)
  if (holder !== undefined && holder !== except) refuse('WAREHOUSE_NAME_TAKEN', { name })
}
