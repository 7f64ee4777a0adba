/** What goes on in the invented shop from day to day. */
import type { TenderInput } from '../../contract/orders.ts'
import type { Id } from '../../contract/values.ts'
import type { Chance } from './invented/chance.ts'
import type { Stage } from './acting.ts'
import type { Client, People, Ware } from './opening.ts'

/** What a return needs to know of a sale. */
export interface SoldTo {
  readonly document: Id
  readonly customerId: Id | null
  readonly tender: TenderInput['tender']
}

export interface Trade {
  readonly stage: Stage
  readonly chance: Chance
  readonly people: People
  readonly wares: readonly Ware[]
  readonly clients: readonly Client[]
  /** Sales of the last days, of which some come back; changed by each day. */
  readonly recent: SoldTo[]
  /** The last movement before each delivery. */
  readonly deliveries: number[]
}
