/** Every procedure of the contract, for tests that walk through all of them. */
import { traverseContractProcedures } from '@orpc/server'
import { z } from 'zod'
import { contract } from '../../src/contract/index.ts'
import type { ProcedureMeta } from '../../src/contract/procedure.ts'
import type { Client } from './transports.ts'

export interface Procedure {
  readonly name: string
  readonly meta: ProcedureMeta
  readonly method: string
  /** As it stands in the contract, with its parameters in braces. */
  readonly path: string
  readonly input: z.ZodObject
  readonly errors: readonly string[]
}

export const PROCEDURES: readonly Procedure[] = allProcedures()

function allProcedures(): Procedure[] {
  const found: Procedure[] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure }) => {
    const { meta, route, inputSchema, errorMap } = procedure['~orpc']
    if (!(inputSchema instanceof z.ZodObject)) throw new Error('the input is not an object')
    const { method = '', path = '' } = route
    const { name } = meta as ProcedureMeta
    const errors = Object.keys(errorMap as object)
    found.push({ name, meta: meta as ProcedureMeta, method, path, input: inputSchema, errors })
  })
  return found
}

type Call = (input: unknown) => Promise<unknown>

/** The client's function of that name. */
export function callOf(client: Client, name: string): Call {
  const [group = '', procedure = ''] = name.split('.')
  return (client as unknown as Record<string, Record<string, Call>>)[group]?.[procedure] ?? noSuchProcedure
}

const noSuchProcedure: Call = () => Promise.reject(new Error('no such procedure'))

/** `ok`, or the code of the refusal. A stream is ended at once. */
export async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    const answer = await asked
    if (isStream(answer)) await answer.return(undefined)
    return 'ok'
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'defined' in error) return String(error.code)
    throw error
  }
}

function isStream(answer: unknown): answer is AsyncGenerator {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}
