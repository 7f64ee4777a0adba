import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { openLog } from './log.ts'

test('what happened stands in a line of JSON, and errors are said aloud with their reference', async () => {
  const dir = aFolder()
  const said: string[] = []
  const log = openLog(dir, (line) => said.push(line))
  log.info({ bytes: 12 }, 'snapshot taken')
  log.error({ reference: 'ABCD1234' }, 'unexpected error')
  await log.close()
  const lines = readFileSync(join(dir, 'guitai.log'), 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { level: 30, time: expect.stringMatching(/^\d{4}-.+Z$/), bytes: 12, msg: 'snapshot taken' },
    { level: 50, time: expect.any(String), reference: 'ABCD1234', msg: 'unexpected error' },
  ])
  expect(said).toEqual([`unexpected error (ABCD1234, see ${dir})`])
})
