/** Reads a request's JSON, up to a limit. */
import type { IncomingMessage } from 'node:http'
import { MALFORMED, TOO_LARGE, type Refusal } from './refusals.ts'

const MOST_BYTES = 4 * 1024 * 1024
/** A sender hears the refusal only once it has sent everything; beyond this it is cut off. */
const MOST_DRAINED = 64 * 1024 * 1024

export type Body = { readonly value: unknown } | { readonly refused: Refusal }

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_DRAINED) break
    if (bytes > MOST_BYTES) chunks.length = 0
    else chunks.push(chunk)
  }
  if (bytes > MOST_BYTES) return { refused: TOO_LARGE }
  return parse(Buffer.concat(chunks).toString('utf8'))
}

function parse(text: string): Body {
  try {
    return { value: text === '' ? undefined : (JSON.parse(text) as unknown) }
  } catch {
    return { refused: MALFORMED }
  }
}
