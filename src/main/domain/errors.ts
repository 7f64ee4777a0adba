import type { ErrorCode, ErrorData } from '../../contract/errors.ts'

/** An expected refusal: one of the contract's codes, with the facts that its sentence needs. */
export class DomainError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly data: ErrorData<C>

  constructor(code: C, data: ErrorData<C>) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.data = data
  }
}

/** `refuse('DOCUMENT_NOT_FOUND')`, or with its facts: `refuse('CODE_TAKEN', { code })`. */
export function refuse<C extends ErrorCode>(
  code: C,
  ...[data]: Record<never, never> extends ErrorData<C> ? [] : [ErrorData<C>]
): never {
  throw new DomainError(code, (data ?? {}) as ErrorData<C>)
}
