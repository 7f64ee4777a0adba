/** What the shop said no to, as a value that a screen can show. */
import { ORPCError } from '@orpc/client'
import type { ErrorCode, ErrorData } from '../../contract/errors.ts'

/** `UNREACHABLE`: no answer came, so nobody knows yet whether it was done. */
export type Refusal =
  | { [C in ErrorCode]: { readonly code: C; readonly data: ErrorData<C> } }[ErrorCode]
  | { readonly code: 'UNREACHABLE'; readonly data: Record<string, never> }

export function toRefusal(error: unknown): Refusal {
  if (!isOrpcError(error)) return { code: 'UNREACHABLE', data: {} }
  // A declared error's code and data are what the contract says, which the client's type cannot know here.
  if (error.defined) return { code: error.code, data: error.data ?? {} } as Refusal
  if (error.status === 401) return { code: 'NOT_SIGNED_IN', data: {} }
  if (error.status === 502 || error.status === 503 || error.status === 504) return { code: 'UNREACHABLE', data: {} }
  return { code: 'UNEXPECTED', data: { reference: '' } }
}

const isOrpcError = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError

/** After these nobody knows whether the command was carried out: sent again, it must bear the same request id. */
export const isUncertain = (refusal: Refusal): boolean =>
  refusal.code === 'UNREACHABLE' || refusal.code === 'UNEXPECTED'

/** Calls that were given up on purpose are no failure. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'
