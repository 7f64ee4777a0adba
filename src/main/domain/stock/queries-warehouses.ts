/** Where goods lie (仓库). */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { WarehouseView } from '../../../contract/warehouses.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { stockLevels, warehouses } from './tables.ts'

type WarehouseRecord = typeof warehouses.$inferSelect

const statements = prepared((db: ReadDb) => ({
  all: db.select().from(warehouses).orderBy(asc(warehouses.id)).prepare(),
  main: db.select({ id: warehouses.id }).from(warehouses).where(eq(warehouses.isMain, true)).prepare(),
  byId: db
    .select()
    .from(warehouses)
    .where(eq(warehouses.id, sql.placeholder('id')))
    .prepare(),
  byName: db
    .select({ id: warehouses.id })
    .from(warehouses)
    .where(and(eq(warehouses.name, sql.placeholder('name')), isNull(warehouses.archivedAt)))
    .prepare(),
  filled: db
    .select({ count: sql<number>`count(*)` })
    .from(stockLevels)
    .where(and(eq(stockLevels.warehouseId, sql.placeholder('id')), ne(stockLevels.onHand, sql`0`)))
    .prepare(),
}))

/** Where the counter sells from. A shop has one from its first moment. */
export function mainWarehouse(db: ReadDb): Id {
  const main = statements(db).main.get()
  if (!main) throw new Error('the shop has no main warehouse')
  return main.id
}

/** One in use. */
export function openWarehouse(db: ReadDb, id: Id): WarehouseRecord {
  const warehouse = warehouseRecord(db, id)
  return warehouse.archivedAt === null ? warehouse : refuse('WAREHOUSE_NOT_FOUND')
}

export function warehouseRecord(db: ReadDb, id: Id): WarehouseRecord {
  return statements(db).byId.get({ id }) ?? refuse('WAREHOUSE_NOT_FOUND')
}

export function warehouseIdByName(db: ReadDb, name: string): Id | undefined {
  return statements(db).byName.get({ name })?.id
}

/** Of how many SKUs something lies there, or is owed to it. */
export function skusIn(db: ReadDb, id: Id): number {
  return statements(db).filled.get({ id })?.count ?? 0
}

export const warehousesOf = (db: ReadDb): readonly WarehouseRecord[] => statements(db).all.all()

export function warehouseNames(db: ReadDb): ReadonlyMap<Id, string> {
  return new Map(warehousesOf(db).map(({ id, name }) => [id, name]))
}

export function listWarehouses({ db }: ReadContext): WarehouseView[] {
  return warehousesOf(db).map(view)
}

export function warehouseByRefs({ db }: ReadContext, { warehouse }: Refs): WarehouseView {
  return view(warehouseRecord(db, Number(warehouse)))
}

function view({ id, name, isMain, archivedAt }: WarehouseRecord): WarehouseView {
  return { id, name, isMain, archived: archivedAt !== null }
}
