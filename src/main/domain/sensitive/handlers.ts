import { query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { listSensitive } from './queries.ts'

export const sensitive = {
  list: api.sensitive.list.handler(query(listSensitive)),
}
