/** However two tills keep, park, recall and rearrange: no line is ever lost or in two baskets. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DomainError } from '../errors.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { yuan } from '../../testing/trade.ts'

const TILLS = ['01KAMT1TT00000000000000001', '01KAMT1TT00000000000000002'] as const

/** `pick` and `other` choose among what is parked at the time. */
const step = fc.record({
  do: fc.constantFrom('scan', 'scan', 'park', 'recall', 'recallAndPark', 'split', 'merge', 'stale'),
  till: fc.constantFrom(...TILLS),
  pick: fc.nat(20),
  other: fc.nat(20),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const basketOf = (lines: readonly number[]) => ({
  content: JSON.stringify(lines),
  itemCount: lines.length,
  total: yuan(lines.length),
})
const linesIn = (content: string | null) => (content === null ? [] : (JSON.parse(content) as number[]))

function twoTills({ client, rid }: TestShop) {
  let scanned = 0
  const open = async (deviceId: string) => linesIn((await client.baskets.open({ deviceId })).content)
  const parked = async () =>
    Promise.all((await client.baskets.parked({})).map(({ id }) => client.baskets.get({ basketId: id })))
  const chosen = async (pick: number) => {
    const all = await parked()
    return all[pick % Math.max(all.length, 1)]
  }

  async function take({ do: action, till: deviceId, pick, other }: Step): Promise<void> {
    const lines = await open(deviceId)
    const one = await chosen(pick)
    const requestId = rid()
    if (action === 'scan') await client.baskets.keep({ deviceId, ...basketOf([...lines, (scanned += 1)]) })
    if (action === 'park' && lines.length > 0)
      await client.baskets.park({ requestId, deviceId, note: '', ...basketOf(lines) })
    if (!one) return
    const basketId = one.id
    if (action === 'recall') await client.baskets.recall({ requestId, deviceId, basketId })
    if (action === 'recallAndPark' && lines.length > 0)
      await client.baskets.recall({ requestId, deviceId, basketId, parkOpen: { note: '', ...basketOf(lines) } })
    const rewrite = (changedAt: typeof one.changedAt, kept: number[], moved: number[]) =>
      client.baskets.rearrange({
        ...{ requestId: rid(), deviceId },
        parked: [{ basketId, changedAt, basket: { note: '', ...basketOf(kept) } }],
        added: [{ note: '', ...basketOf(moved) }],
      })
    const held = linesIn(one.content)
    if (action === 'split') await rewrite(one.changedAt, held.slice(0, 1), held.slice(1))
    if (action === 'stale') await rewrite((one.changedAt - 1) as typeof one.changedAt, [], [])
    const second = await chosen(other)
    if (action === 'merge' && second && second.id !== basketId)
      await client.baskets.rearrange({
        ...{ requestId, deviceId },
        parked: [
          { basketId, changedAt: one.changedAt, basket: null },
          {
            ...{ basketId: second.id, changedAt: second.changedAt },
            basket: { note: '', ...basketOf([...linesIn(second.content), ...held]) },
          },
        ],
      })
  }

  async function everyLine(): Promise<number[]> {
    const all = [...(await parked()).map(({ content }) => linesIn(content)), await open(TILLS[0]), await open(TILLS[1])]
    return all.flat().sort((a, b) => a - b)
  }
  return { take, everyLine, scanned: () => Array.from({ length: scanned }, (_, index) => index + 1) }
}

const EXPECTED = ['BASKET_NOT_EMPTY', 'BASKET_GONE', 'BASKET_CHANGED']

test('every line that was scanned is in exactly one basket', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const tills = twoTills(aShop())
      for (const one of steps) {
        await tills.take(one).catch((error: unknown) => {
          const { code = '' } = error as Partial<DomainError>
          expect(EXPECTED).toContain(code)
        })
        expect(await tills.everyLine()).toEqual(tills.scanned())
      }
    }),
    { numRuns: 40 },
  )
})
