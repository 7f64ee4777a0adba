/** Calls of the contract: who may ask and how is looked at before a byte of the body is read. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from '../api/call.ts'
import { readBody } from './body.ts'
import { changesNothing, foreignOrigin, notJson } from './guards.ts'
import { openApiDocument } from './open-api.ts'
import { procedureHandlers, publicPaths } from './procedures.ts'
import { NOT_FOUND, NOT_SIGNED_IN, refuseTo, sendJson, type Protocol, type Refusal } from './refusals.ts'
import { browserConnection, cookieName, hasSession } from './session.ts'

interface Site {
  readonly core: Core
  readonly port: number
  readonly origins: ReadonlySet<string>
}

interface Target {
  readonly protocol: Protocol
  readonly pathname: string
}

/** The handlers look for a body here before they read one. */
type WithBody = IncomingMessage & { body?: unknown }

export function answeringProcedures({ core, port, origins }: Site) {
  const handlers = procedureHandlers()
  const publics = publicPaths()
  let document: ReturnType<typeof openApiDocument> | undefined

  function guard({ protocol, pathname }: Target, request: IncomingMessage): Refusal | null {
    const mayBeForeign = protocol === 'api' && changesNothing(request)
    const foreign = mayBeForeign ? null : foreignOrigin(request, origins)
    const isKnown = hasSession(request, port) || publics.has(`${request.method ?? 'GET'} ${pathname}`)
    return foreign ?? (isKnown ? notJson(request) : NOT_SIGNED_IN)
  }

  return async (target: Target, request: WithBody, response: ServerResponse): Promise<void> => {
    const { protocol, pathname } = target
    const refused = guard(target, request) ?? (await takeBody(request))
    if (refused) {
      refuseTo(response, protocol, refused)
    } else if (pathname === '/api/openapi.json') {
      sendJson(response, 200, await (document ??= openApiDocument(core.version, cookieName(port))))
    } else {
      const context = { core, connection: browserConnection(request, response, port) }
      const { matched } = await handlers[protocol].handle(request, response, { prefix: `/${protocol}`, context })
      if (!matched) refuseTo(response, protocol, NOT_FOUND)
    }
  }
}

async function takeBody(request: WithBody): Promise<Refusal | null> {
  if (changesNothing(request)) return null
  const body = await readBody(request)
  if ('refused' in body) return body.refused
  request.body = body.value
  return null
}
