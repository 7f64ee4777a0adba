/** The contract over HTTP: RPC for our own screens, the integration API for other programs. */
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { RPCHandler } from '@orpc/server/node'
import { traverseContractProcedures } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../contract/index.ts'
import type { ProcedureMeta } from '../../contract/procedure.ts'
import type { CallContext } from '../api/call.ts'
import { router } from '../api/router.ts'
import type { Protocol } from './refusals.ts'

export function procedureHandlers() {
  return {
    rpc: new RPCHandler<CallContext>(router),
    // Queries come as text in the address: numbers and switches are read from it as their schemas say.
    api: new OpenAPIHandler<CallContext>(router, {
      plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    }),
  } satisfies Record<Protocol, unknown>
}

/** `POST /rpc/session/signIn` and the like: what answers without sign-in, known before a request is read. */
export function publicPaths(): ReadonlySet<string> {
  const paths = new Set(['GET /api/openapi.json'])
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const { route } = procedure['~orpc']
    const { access } = procedure['~orpc'].meta as ProcedureMeta
    if (access !== 'public') return
    for (const method of ['GET', 'POST']) paths.add(`${method} /rpc/${path.join('/')}`)
    paths.add(`${route.method} /api${route.path}`)
  })
  return paths
}
