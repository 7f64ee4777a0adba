/** The drawer: a shift on every day that takes cash, opened for its first cash and closed after its last document. */
import type { BusinessDay, Money } from '../../src/contract/values.ts'
import { ReplayFailure } from './failure.ts'
import { CHANNEL, requestIdOf, type ReplayShop } from './shop.ts'

export interface Till {
  /** There must be an open shift: `number` is about to be paid. */
  takeCash(day: BusinessDay, number: string): Promise<void>
  /** Counts and closes the shift of that day, if there is one; the clock must still stand in it. */
  endDay(day: BusinessDay): Promise<void>
}

export async function openTill(
  { client }: Pick<ReplayShop, 'client'>,
  floats: ReadonlyMap<BusinessDay, Money>,
): Promise<Till> {
  let open = await client.drawer.current({})
  return {
    takeCash: async (day, number) => {
      if (open && open.businessDay !== day) {
        throw new ReplayFailure(`shift ${open.number} is open: close it first`)
      }
      const float = floats.get(day) ?? (0 as Money)
      open ??= await client.drawer.open({ requestId: requestIdOf('openShift', CHANNEL, number), float })
    },
    endDay: async (day) => {
      if (open?.businessDay !== day) return
      const { number } = open
      const count = (counted: number, name: string) =>
        client.drawer.count({ requestId: requestIdOf(name, number), counted: Math.max(0, counted) as Money })
      // What should be there is told only once something was counted.
      const { expected, difference } = await count(open.float, 'countFloat')
      if (difference !== 0) await count(expected ?? 0, 'countShift')
      await client.drawer.close({ requestId: requestIdOf('closeShift', number), reason: '' })
      open = null
    },
  }
}
