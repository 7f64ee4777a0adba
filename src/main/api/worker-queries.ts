/** What workers can be asked, by procedure name: the queries that the contract declares as `runs: 'worker'`. */
import type { ReadContext } from '../domain/context.ts'
import { checkShop } from '../domain/audit/check.ts'

export const workerQueries: Readonly<Record<string, (ctx: ReadContext, input: unknown) => unknown>> = {
  'audit.check': checkShop,
}
