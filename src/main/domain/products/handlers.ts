import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { archiveProduct, createProduct, updateProduct } from './commands.ts'
import { countSkus } from './counts.ts'
import { listSkus } from './list.ts'
import { lookedUp, scannedByRefs, scannedSku } from './queries-by-code.ts'
import { bindBarcode, giveBarcode, quickCreate } from './quick-commands.ts'
import { styleOf } from './style.ts'
import { getProduct, productByRefs } from './view.ts'

export const products = {
  list: api.products.list.handler(query(listSkus)),
  counts: api.products.counts.handler(query(countSkus)),
  get: api.products.get.handler(query(getProduct)),
  style: api.products.style.handler(query(styleOf)),
  lookup: api.products.lookup.handler(query(lookedUp)),
  scan: api.products.scan.handler(query(scannedSku)),
  create: api.products.create.handler(command(createProduct, productByRefs)),
  update: api.products.update.handler(command(updateProduct, productByRefs)),
  archive: api.products.archive.handler(command(archiveProduct, productByRefs)),
  quickCreate: api.products.quickCreate.handler(command(quickCreate, scannedByRefs)),
  bindBarcode: api.products.bindBarcode.handler(command(bindBarcode, scannedByRefs)),
  giveBarcode: api.products.giveBarcode.handler(command(giveBarcode, productByRefs)),
}
