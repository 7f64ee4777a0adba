/** What the host itself refuses, in the form in which the asked protocol tells errors. */
import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/server'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  /** For codes of the contract. */
  readonly data?: object
}

export type Protocol = 'rpc' | 'api'

export const NOT_SIGNED_IN: Refusal = { status: 401, code: 'NOT_SIGNED_IN', message: 'Sign in first.', data: {} }
export const NOT_FOUND: Refusal = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' }
export const TOO_LARGE: Refusal = {
  status: 413,
  code: 'PAYLOAD_TOO_LARGE',
  message: 'The request is larger than 4 MB.',
}
export const MALFORMED: Refusal = { status: 400, code: 'BAD_REQUEST', message: 'The request is not JSON.' }

export function refuseTo(response: ServerResponse, protocol: Protocol, { code, data, ...rest }: Refusal): void {
  const error = new ORPCError(code, { ...rest, data, defined: data !== undefined }).toJSON()
  sendJson(response, rest.status, protocol === 'rpc' ? { json: error } : error)
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
