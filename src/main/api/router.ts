/** The one router: every procedure of the contract with its handler. */
import { api } from './pipeline.ts'
import { audit } from '../domain/audit/handlers.ts'
import { baskets } from '../domain/baskets/handlers.ts'
import { collections } from '../domain/collections/handlers.ts'
import { corrections } from '../domain/corrections/handlers.ts'
import { customers } from '../domain/customers/handlers.ts'
import { warehouses } from '../domain/stock/warehouse-handlers.ts'
import { tiers } from '../domain/customers/tier-handlers.ts'
import { computer } from './computer.ts'
import { dayEnd } from './day-end.ts'
import { documents } from '../domain/documents/handlers.ts'
import { exchanges } from '../domain/exchanges/handlers.ts'
import { imports } from '../domain/imports/handlers.ts'
import { live } from './live.ts'
import { orders } from '../domain/orders/handlers.ts'
import { drawer } from '../domain/drawer/handlers.ts'
import { printing } from '../domain/printing/handlers.ts'
import { products } from '../domain/products/handlers.ts'
import { returns } from '../domain/returns/handlers.ts'
import { sensitive } from '../domain/sensitive/handlers.ts'
import { session } from '../domain/staff/session-handlers.ts'
import { settings } from '../domain/shop/handlers.ts'
import { setup } from './setup.ts'
import { snapshots } from './snapshots.ts'
import { staff } from '../domain/staff/handlers.ts'
import { stock } from '../domain/stock/handlers.ts'
import { tiles } from '../domain/tiles/handlers.ts'

export const router = api.router({
  setup,
  session,
  settings,
  staff,
  products,
  customers,
  tiers,
  warehouses,
  tiles,
  orders,
  returns,
  exchanges,
  corrections,
  collections,
  documents,
  stock,
  drawer,
  dayEnd,
  printing,
  computer,
  snapshots,
  audit,
  baskets,
  sensitive,
  imports,
  live,
})
