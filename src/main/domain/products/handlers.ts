import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { archiveProduct, createProduct, updateProduct } from './commands.ts'
import { listSkus } from './list.ts'
import { scannedSku } from './queries-by-code.ts'
import { getProduct, productByRefs } from './view.ts'

export const products = {
  list: api.products.list.handler(query(listSkus)),
  get: api.products.get.handler(query(getProduct)),
  scan: api.products.scan.handler(query(scannedSku)),
  create: api.products.create.handler(command(createProduct, productByRefs)),
  update: api.products.update.handler(command(updateProduct, productByRefs)),
  archive: api.products.archive.handler(command(archiveProduct, productByRefs)),
}
