import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { countDocuments } from './counts.ts'
import { listDocuments } from './list.ts'
import { fullPaperOf, paperOf, papersOf, printFull } from './paper-queries.ts'
import { documentByNumber, getDocument } from './queries.ts'

export const documents = {
  list: api.documents.list.handler(query(listDocuments)),
  counts: api.documents.counts.handler(query(countDocuments)),
  get: api.documents.get.handler(query(getDocument)),
  byNumber: api.documents.byNumber.handler(query(documentByNumber)),
  paper: api.documents.paper.handler(query(paperOf)),
  papers: api.documents.papers.handler(query(papersOf)),
  printFull: api.documents.printFull.handler(command(printFull, fullPaperOf)),
}
