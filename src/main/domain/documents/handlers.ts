import { query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { listDocuments } from './list.ts'
import { paperOf } from './paper.ts'
import { documentByNumber, getDocument } from './queries.ts'

export const documents = {
  list: api.documents.list.handler(query(listDocuments)),
  get: api.documents.get.handler(query(getDocument)),
  byNumber: api.documents.byNumber.handler(query(documentByNumber)),
  paper: api.documents.paper.handler(query(paperOf)),
}
