/** The one contract: all that may be asked of Guitai, over whatever transport. */
import { audit } from './audit.ts'
import { baskets } from './baskets.ts'
import { collections } from './collections.ts'
import { computer } from './computer.ts'
import { corrections } from './corrections.ts'
import { customers } from './customers.ts'
import { dayEnd } from './day-end.ts'
import { documents } from './documents.ts'
import { drawer } from './drawer.ts'
import { exchanges } from './exchanges.ts'
import { imports } from './imports.ts'
import { live } from './live.ts'
import { orders } from './orders.ts'
import { returns } from './returns.ts'
import { printing } from './printing.ts'
import { products } from './products.ts'
import { sensitive } from './sensitive.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { snapshots } from './snapshots.ts'
import { staff } from './staff.ts'
import { stock } from './stock.ts'
import { tiers } from './tiers.ts'
import { warehouses } from './warehouses.ts'
import { tiles } from './tiles.ts'

export const contract = {
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
}
