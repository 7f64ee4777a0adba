import { command } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { documentByRefs } from '../documents/queries.ts'
import { addCustomer, correctTender } from './commands.ts'
import { voidedByRefs } from './queries.ts'
import { voidSale } from './void-commands.ts'

export const corrections = {
  correctTender: api.corrections.correctTender.handler(command(correctTender, documentByRefs)),
  addCustomer: api.corrections.addCustomer.handler(command(addCustomer, documentByRefs)),
  voidSale: api.corrections.voidSale.handler(command(voidSale, voidedByRefs)),
}
