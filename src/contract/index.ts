/** The one contract: all that may be asked of Guitai, over whatever transport. */
import { audit } from './audit.ts'
import { customers } from './customers.ts'
import { documents } from './documents.ts'
import { drawer } from './drawer.ts'
import { imports } from './imports.ts'
import { live } from './live.ts'
import { orders, returns } from './orders.ts'
import { products } from './products.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { snapshots } from './snapshots.ts'
import { staff } from './staff.ts'
import { stock } from './stock.ts'

export const contract = {
  setup,
  session,
  settings,
  staff,
  products,
  customers,
  orders,
  returns,
  documents,
  stock,
  drawer,
  snapshots,
  audit,
  imports,
  live,
}
