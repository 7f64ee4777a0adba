/** A power cut at the counter: what was answered as kept is there afterwards. */
import { expect, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { clientOf, connectionAs } from '../../src/main/testing/a-shop.ts'
import { aCore, found, LAYOUT } from './a-core.ts'
import { bundled } from './bundled.ts'

const TILL = '01KAMT1TT00000000000000001'
const OWNER = 1
const KILLS = [1, 7, 40]

test('a basket that was answered as kept survives the kill of the host', async () => {
  const folder = aFolder()
  const first = aCore(folder)
  await found(first)
  await first.close()
  const keeper = await bundled('keeper')

  for (const scans of KILLS) {
    const child = startChild(keeper, [folder, TILL, LAYOUT.migrations, LAYOUT.worker])
    await child.says(new RegExp(`^kept ${String(scans)}$`))
    child.process.kill('SIGKILL')
    expect(await child.ended, child.complaints()).toBe('SIGKILL')
    const last = Number(/\d+/.exec(child.said.at(-1) ?? '')?.[0])

    const core = aCore(folder)
    const { content } = await clientOf(core, connectionAs(OWNER)).baskets.open({ deviceId: TILL })
    const kept = (JSON.parse(content ?? '{}') as { scans: number }).scans
    expect(kept).toBeGreaterThanOrEqual(last)
    expect(kept - last, 'scans that nobody was told of').toBeLessThanOrEqual(1)
    await core.close()
  }
})
