import { expect, test } from 'vitest'
import { contract } from '../../contract/index.ts'
import type { ProcedureMeta } from '../../contract/procedure.ts'
import words from '../locales/zh-CN/command.ts'

/** Every command of the contract, since any of them can stand in the records. */
const commands = Object.values<Readonly<Record<string, { '~orpc': { meta: ProcedureMeta } }>>>(contract)
  .flatMap((feature) => Object.values(feature))
  .map((procedure) => procedure['~orpc'].meta)
  .filter(({ kind }) => kind === 'command')
  .map(({ name }) => name)

test.each(commands)('the records can say %s in words', (name) => {
  const [feature = '', verb = ''] = name.split('.')
  expect((words as Record<string, Record<string, string>>)[feature]?.[verb]).toBeTruthy()
})
