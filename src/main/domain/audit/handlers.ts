import { query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { checkShop } from './check.ts'
import { listAudit } from './queries.ts'

export const audit = {
  list: api.audit.list.handler(query(listAudit)),
  check: api.audit.check.handler(query(checkShop)),
}
