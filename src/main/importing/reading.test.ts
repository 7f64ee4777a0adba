import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { fileReader } from './reading.ts'

const TASK = { task: 'read', kind: 'products', file: '/nowhere', rows: '/nowhere', merges: '/nowhere' } as const

function scriptOf(text: string): string {
  const script = join(aFolder(), 'worker.mjs')
  writeFileSync(script, text)
  return script
}

test('a thread that is broken itself is a fault of ours, not one of the file', async () => {
  const said: string[] = []
  const { ask } = fileReader(scriptOf('const twice = 1; const twice = 2'), (message) => said.push(message))
  await expect(ask(TASK)).rejects.toThrow(SyntaxError)
  expect(said).toEqual([])
})

test('a file that takes more memory than there is for it cannot be read', async () => {
  const said: string[] = []
  const { ask } = fileReader(scriptOf('const all = []; for (;;) all.push(new Array(1_000_000).fill(0))'), (text) =>
    said.push(text),
  )
  await expect(ask(TASK)).rejects.toMatchObject({ code: 'FILE_NOT_READ' })
  expect(said).toEqual([expect.stringContaining('memory')])
})
