/**
 * Who may ask at all, before anything is read: a page of another site in the same browser can send requests here, and a name
 * that its owner points at this PC can carry them. Both are refused.
 */
import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusals.ts'

/** A foreign name that resolves to this PC (DNS rebinding) is not ours. */
export function foreignHost({ headers }: IncomingMessage, origins: ReadonlySet<string>): Refusal | null {
  if (headers.host !== undefined && origins.has(`http://${headers.host.replace(/:80$/, '')}`)) return null
  return { status: 403, code: 'HOST_REFUSED', message: 'This address is not one of this host.' }
}

/** Browsers name the page that asks; programs name none, and hold no cookie that they were not given. */
export function foreignOrigin({ headers }: IncomingMessage, origins: ReadonlySet<string>): Refusal | null {
  const refused: Refusal = { status: 403, code: 'ORIGIN_REFUSED', message: 'Another site may not ask here.' }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refused
  return headers.origin === undefined || origins.has(headers.origin) ? null : refused
}

const JSON_TYPE = /^application\/json(\s*;.*)?$/i

/** Forms of other sites cannot send JSON without being asked about first, which is never granted. */
export function notJson({ method, headers }: IncomingMessage): Refusal | null {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  const type = headers['content-type']
  const isJson = type === undefined ? !hasBody : JSON_TYPE.test(type) && headers['content-disposition'] === undefined
  if (isJson && !(method === 'GET' && hasBody)) return null
  return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Only JSON is read here.' }
}

export const changesNothing = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'
