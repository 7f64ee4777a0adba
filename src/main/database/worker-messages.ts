/** What the writer's thread and the workers say to each other. */
import type { ErrorCode } from '../../contract/errors.ts'
import type { WorkerCall } from '../api/call.ts'
import type { SnapshotTask } from './snapshots.ts'

export interface WorkerStart {
  readonly database: string
}

export type Work =
  | ({ readonly kind: 'query'; readonly name: string } & WorkerCall)
  | ({ readonly kind: 'snapshot' } & SnapshotTask)
  | { readonly kind: 'copyLog' | 'emptyLog' }

export type Task = Work | { readonly kind: 'close' }

export type Reply =
  | { readonly answer: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly data: unknown } }
  | { readonly failed: { readonly name: string; readonly message: string; readonly stack: string } }
