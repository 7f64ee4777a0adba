/** What each request meets on its way: is it for us at all, and is it for a procedure or for a file of the app. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../api/call.ts'
import { SAFE_HEADERS } from '../core/safe-headers.ts'
import { answeringProcedures } from './answer-procedure.ts'
import { changesNothing, foreignHost } from './guards.ts'
import { MALFORMED, NOT_FOUND, refuseTo, sendJson, type Protocol } from './refusals.ts'
import { sendStatic } from './static-files.ts'

export interface Site {
  readonly core: Core
  readonly renderer: string
  readonly port: number
  /** Every name that this host goes by. */
  readonly origins: ReadonlySet<string>
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function answering(site: Site): Answer {
  const answerProcedure = answeringProcedures(site)
  return async (request, response) => {
    response.setHeaders(new Map(Object.entries(SAFE_HEADERS)))
    try {
      const refused = foreignHost(request, site.origins) ?? (pathOf(request) === null ? MALFORMED : null)
      const pathname = pathOf(request) ?? ''
      const protocol = protocolOf(pathname)
      if (refused) refuseTo(response, 'api', refused)
      else if (protocol) await answerProcedure({ protocol, pathname }, request, response)
      else if (changesNothing(request)) answerPlain(site, pathname, request, response)
      else refuseTo(response, 'api', NOT_FOUND)
    } catch (error) {
      fail(site.core, error, request, response)
    }
  }
}

function pathOf({ url = '/' }: IncomingMessage): string | null {
  return URL.parse(`http://localhost${url}`)?.pathname ?? null
}

function protocolOf(pathname: string): Protocol | null {
  const [, first] = pathname.split('/')
  return first === 'rpc' || first === 'api' ? first : null
}

function answerPlain(
  { core, renderer }: Site,
  pathname: string,
  { method }: IncomingMessage,
  response: ServerResponse,
) {
  if (pathname === '/health') {
    sendJson(response, 200, { status: 'ok', shop: core.opened() ? 'open' : 'none', version: core.version })
  } else if (!sendStatic(renderer, pathname, method ?? 'GET', response)) {
    refuseTo(response, 'api', NOT_FOUND)
  }
}

function fail(core: Core, error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (request.destroyed && !request.complete) return // the client left in the middle
  const reference = core.ids.uid(core.clock.now()).slice(-8)
  const { name, message, stack } = error instanceof Error ? error : new Error(typeof error)
  core.log.error({ reference, kind: name, message, stack }, 'the HTTP host failed')
  if (response.headersSent) response.destroy()
  else refuseTo(response, 'api', { status: 500, code: 'UNEXPECTED', message: '', data: { reference } })
}
