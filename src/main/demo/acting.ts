/** People of the invented shop at their work: each act is one of the shop's own commands, recorded as the pipeline would. */
import type { Id, Time } from '../../contract/values.ts'
import { businessDayOf } from '../domain/business-day.ts'
import type { CommandContext, Ids, Refs } from '../domain/context.ts'
import type { WriteDb } from '../database/connection.ts'
import { recordCommand } from '../domain/audit/commands.ts'
import { shopOf } from '../domain/shop/queries.ts'
import { actorByStaff } from '../domain/staff/queries.ts'

export interface Stage {
  readonly db: WriteDb
  readonly ids: Ids
  /** What a command would see at that moment. */
  context(who: Id, at: Time): CommandContext
  /** Carries a command out and adds its line to the audit chain; the caller holds the transaction. */
  act<I>(who: Id, at: Time, name: string, input: I, run: (ctx: CommandContext, input: I) => Refs): Refs
}

const DEVICE = 'counter'

export function stageOn(db: WriteDb, ids: Ids): Stage {
  const known = { shop: shopOf(db), actors: new Map<Id, CommandContext['actor']>() }

  function actor(who: Id): CommandContext['actor'] {
    const found = known.actors.get(who) ?? actorByStaff(db, who, DEVICE)
    if (!found) throw new Error(`nobody has the number ${who}`)
    known.actors.set(who, found)
    return found
  }

  function context(who: Id, at: Time): CommandContext {
    const { shop } = known
    if (!shop) throw new Error('the shop row is missing')
    const businessDay = businessDayOf(at, shop.profile.timeZone, shop.profile.dayStartHour)
    return {
      db,
      ids,
      shop,
      businessDay,
      now: at,
      actor: actor(who),
      after: () => undefined,
      wakePrinters: () => undefined,
    }
  }

  return {
    db,
    ids,
    context,
    act: (who, at, name, input, run) => {
      const ctx = context(who, at)
      const refs = run(ctx, input)
      const line = { requestId: ids.uid(at), payload: JSON.stringify(input), actor: who, device: DEVICE, name, refs }
      recordCommand(db, ids, { ...line, refused: null, recordedAt: at, businessDay: ctx.businessDay })
      if (name.startsWith('settings.')) known.shop = shopOf(db)
      return refs
    },
  }
}
