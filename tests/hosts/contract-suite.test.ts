/** One contract, three transports, the same answers (DESIGN §8). */
import { expect, test } from 'vitest'
import { aCore } from './a-core.ts'
import { aMorning, type Line } from './scenario.ts'
import { TRANSPORTS } from './transports.ts'

const told = new Map<string, readonly Line[]>()
const REFUSED = {
  'a wrong setup code': 'SETUP_CODE_WRONG',
  'not twice': 'SHOP_EXISTS',
  'without sign-in nothing': 'NOT_SIGNED_IN',
  'a wrong password': 'SIGN_IN_FAILED',
  'another wish under its name': 'REQUEST_REUSED',
  'a total that has changed': 'TOTAL_CHANGED',
  'an empty basket': 'BASKET_EMPTY',
  'something that is not a basket': 'INPUT_INVALID',
  'one that is not there': 'DOCUMENT_NOT_FOUND',
  'may not see the audit line': 'FORBIDDEN',
  'and nothing more': 'NOT_SIGNED_IN',
}

test.each(TRANSPORTS)('a morning in the shop over %s', async (name, transport) => {
  const core = aCore()
  const morning = await aMorning(await transport(core), core.setupCode)
  told.set(name, morning)

  expect(core.unexpected).toEqual([])
  const refused = morning.flatMap(([what, answer]) => (isRefusal(answer) ? [[what, answer.refused]] : []))
  expect(Object.fromEntries(refused)).toEqual(REFUSED)
  const answers = Object.fromEntries(morning)
  expect(answers['the same wish again is carried out once']).toEqual(answers['a sale'])
  expect(answers['every sum holds']).not.toContainEqual(expect.objectContaining({ holds: false }))
  expect(JSON.stringify(answers['sees the stock without its cost'])).not.toMatch(/cost|value/i)
  const whileOpen = { allowedActions: expect.arrayContaining(['correctTender']) as unknown, authorisableActions: [] }
  expect(answers['by number']).toMatchObject(whileOpen)
  // Its shift is closed by then: nobody can allow a correction any more.
  expect(answers['sees what another may allow in place']).toMatchObject({ authorisableActions: [] })
  expect(answers['what was heard meanwhile']).toHaveLength(11)
})

test('was the same morning over each of them', () => {
  const [first, ...others] = [...told.values()]
  expect(others).toHaveLength(TRANSPORTS.length - 1)
  for (const other of others) expect(other).toEqual(first)
})

function isRefusal(answer: unknown): answer is { readonly refused: string } {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string'
}
