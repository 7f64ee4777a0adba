import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { documentByRefs } from '../documents/queries.ts'
import { collectDebt } from './commands.ts'
import { openDebts } from './queries.ts'

export const collections = {
  open: api.collections.open.handler(query(openDebts)),
  collect: api.collections.collect.handler(command(collectDebt, documentByRefs)),
}
