import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { syncAsItGrows } from './trickle.ts'

test('a file that is not there yet, grows and goes away again is no trouble', async () => {
  const file = join(aFolder(), 'copy.db')
  const stop = syncAsItGrows(file)
  writeFileSync(file, 'first')
  appendFileSync(file, 'second')
  await expect(stop()).resolves.toBeUndefined()
})
