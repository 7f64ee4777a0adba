/** Every procedure declares all that it must (DESIGN §6). */
import type { AnyContractProcedure } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { traverseContractProcedures } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ERRORS } from './errors.ts'
import { contract } from './index.ts'
import { PERMISSIONS } from './permissions.ts'
import type { ProcedureMeta } from './procedure.ts'
import { requestId } from './values.ts'

interface Declared {
  readonly name: string
  readonly procedure: AnyContractProcedure['~orpc']
  readonly meta: ProcedureMeta
}

const all: Declared[] = []
traverseContractProcedures({ router: contract, path: [] }, ({ contract: found, path }) => {
  const procedure = found['~orpc']
  all.push({ name: path.join('.'), procedure, meta: procedure.meta as ProcedureMeta })
})
const commands = all.filter(({ meta }) => meta.kind === 'command')
const drafts = all.filter(({ meta }) => meta.kind === 'draft')

function inputOf({ procedure }: Declared): z.ZodObject {
  if (!(procedure.inputSchema instanceof z.ZodObject)) throw new Error('the input is not an object')
  return procedure.inputSchema
}

test('the contract has procedures', () => {
  expect(all.length).toBeGreaterThan(40)
})

describe.each(all)('$name', (declared) => {
  const { name, procedure, meta } = declared

  test('is named by its place', () => {
    expect(meta.name).toBe(name)
  })

  test('says what it takes and what it answers', () => {
    expect(inputOf(declared)).toBeDefined()
    expect(procedure.outputSchema).toBeDefined()
  })

  test('has a route: queries are asked for, what changes is posted or put', () => {
    expect(procedure.route.path).toMatch(/^(\/[a-zA-Z]+|\/\{[a-zA-Z]+\})+$/)
    const changing = ['POST', 'PUT']
    if (meta.kind === 'command' || meta.kind === 'draft') expect(changing).toContain(procedure.route.method)
    else expect(['GET', ...changing]).toContain(procedure.route.method)
  })

  test('says who may call it and where it runs', () => {
    expect(['public', 'signedIn', ...PERMISSIONS]).toContain(meta.access)
    expect(['command', 'draft', 'query', 'stream']).toContain(meta.kind)
    expect(['here', 'worker']).toContain(meta.runs)
    if (meta.kind !== 'query') expect(meta.runs).toBe('here')
  })

  test('declares its refusals, just as they are everywhere', () => {
    const errorMap: object = procedure.errorMap
    const always = ['INPUT_INVALID', 'NOT_SIGNED_IN', 'LOCKED', 'FORBIDDEN', 'SHOP_NOT_OPEN', 'UNEXPECTED']
    const expected = meta.kind === 'command' ? [...always, 'REQUEST_REUSED'] : always
    expect(Object.keys(errorMap)).toEqual(expect.arrayContaining(expected))
    for (const [code, error] of Object.entries(errorMap)) expect(error, code).toBe(ERRORS[code as keyof typeof ERRORS])
  })
})

describe.each(commands)('$name, a command,', (declared) => {
  test('takes the id of the wish', () => {
    expect(inputOf(declared).shape.requestId).toBe(requestId)
  })

  test('records no password, PIN or code', () => {
    const secret = Object.keys(inputOf(declared).shape).filter((field) =>
      /^(password|current|pin|setupCode|recoveryCode)$/.test(field),
    )
    expect(declared.meta.secrets.filter((field) => field !== 'content').sort()).toEqual(secret.sort())
  })

  test('records nothing of what an unsold basket holds', () => {
    const schema = JSON.stringify(z.toJSONSchema(inputOf(declared), { io: 'input', unrepresentable: 'any' }))
    expect(declared.meta.secrets.includes('content')).toBe(schema.includes('"content"'))
  })
})

describe.each(drafts)('$name, a draft,', (declared) => {
  test('is no wish that is carried out once: it takes no id of one, and its permission is a named one', () => {
    expect(inputOf(declared).shape).not.toHaveProperty('requestId')
    expect(PERMISSIONS).toContain(declared.meta.access)
  })
})

test('no two procedures have the same route', () => {
  const routes = all.map(({ procedure: { route } }) => `${route.method} ${route.path?.replace(/\{\w+\}/g, '{}')}`)
  expect(new Set(routes).size).toBe(routes.length)
})

test("a route's parameters are fields of the input", () => {
  for (const declared of all) {
    const parameters = [...(declared.procedure.route.path?.matchAll(/\{(\w+)\}/g) ?? [])].map(([, field]) => field)
    expect(Object.keys(inputOf(declared).shape), declared.name).toEqual(expect.arrayContaining(parameters))
  }
})

test('the document of the integration API can be made', async () => {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const { paths = {} } = await generator.generate(contract, { info: { title: 'Guitai', version: '0' } })
  const operations = Object.values(paths).flatMap((path) => Object.values(path ?? {}))
  expect(operations).toHaveLength(all.length)
})
