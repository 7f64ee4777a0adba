/** One of many wishes within a command: what it wrote is taken back when it is refused, and the others stay. */
import type { WriteDb } from './connection.ts'
import { prepared } from './prepared.ts'

const statements = prepared(({ $client }: WriteDb) => ({
  begin: $client.prepare('SAVEPOINT wish'),
  keep: $client.prepare('RELEASE wish'),
  takeBack: $client.prepare('ROLLBACK TO wish'),
}))

export function within<T>(db: WriteDb, work: () => T): T {
  const { begin, keep, takeBack } = statements(db)
  begin.run()
  try {
    const answer = work()
    keep.run()
    return answer
  } catch (error) {
    takeBack.run()
    keep.run()
    throw error
  }
}
