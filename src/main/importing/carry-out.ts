/** What can be asked of the thread that reads files. */
import type { ImportKind } from '../../contract/imports.ts'
import { writePlan, type PlanFacts, type PlanTask } from './plan-file.ts'
import { readSheet, type SheetFacts } from './read-sheet.ts'

export type FileTask =
  | {
      readonly task: 'read'
      readonly kind: ImportKind
      readonly file: string
      readonly rows: string
      readonly merges: string
    }
  | ({ readonly task: 'plan' } & PlanTask)

export type Answer<T extends FileTask> = T extends { task: 'read' } ? SheetFacts : PlanFacts

export async function carryOutTask<T extends FileTask>(task: T): Promise<Answer<T>> {
  const answer = task.task === 'read' ? await readSheet(task, task.kind) : writePlan(task)
  return answer as Answer<T>
}
