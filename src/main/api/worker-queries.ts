/** What workers can be asked, by procedure name: the queries that the contract declares as `runs: 'worker'`, and previews. */
import type { ReadContext } from '../domain/context.ts'
import { checkShop } from '../domain/audit/check.ts'
import { papersOf } from '../domain/documents/paper-queries.ts'
import { previewOf, type Draft } from '../domain/imports/preview.ts'
import { entriesOf } from '../importing/plan-file.ts'

export const workerQueries: Readonly<Record<string, (ctx: ReadContext, input: unknown) => unknown>> = {
  'audit.check': checkShop,
  'documents.papers': (ctx, input) => papersOf(ctx, input as Parameters<typeof papersOf>[1]),
  'imports.preview': (ctx, input) => {
    const { plan, ...draft } = input as Omit<Draft, 'entries'> & { readonly plan: string }
    return previewOf(ctx, { ...draft, entries: Iterator.from(entriesOf(plan)).map(({ entry }) => entry) })
  },
}
