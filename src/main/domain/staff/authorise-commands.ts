/** 店长授权: another's PIN allows the one command that was refused, to whoever asked for it, where they asked. */
import { refusedWish } from '../../api/refused-wishes.ts'
import type { PrepareContext } from '../../api/handlers.ts'
import type { Permission } from '../../../contract/permissions.ts'
import type { Id } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { actingStaff, type CommandContext, type ReadContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { listApprovers } from './authorisation-queries.ts'
import { forgetTries, provePin, type TryKeys } from './proving.ts'
import { staffRecord } from './people.ts'
import { authorisations } from './tables.ts'

export interface Approval {
  readonly staffId: Id
  readonly pin: string
  readonly permission: Permission
  readonly forRequestId: string
}

interface Approved {
  readonly tries: TryKeys
  readonly inputHash: Buffer
}

const insertAuthorisation = insertInto(authorisations)

/** Only what was really refused, here and to this person, can be allowed; and only by who may do it themselves. */
export async function proveApproval(ctx: PrepareContext, input: Approval): Promise<Approved> {
  const { staffId, pin, permission, forRequestId } = input
  const { actor } = ctx.read
  const wish = refusedWish(ctx.opened, forRequestId)
  const isTheirs = wish?.staffId === actor.staffId && wish.device === actor.device
  if (!wish || !isTheirs || wish.permission !== permission) return refuse('NOTHING_TO_APPROVE')
  const mayApprove = listApprovers(ctx.read, { permission }).some((approver) => approver.staffId === staffId)
  if (!mayApprove || staffId === actor.staffId) return refuse('CANNOT_APPROVE', { permission })
  return { tries: await provePin(ctx, staffId, pin), inputHash: wish.inputHash }
}

export function authorise(ctx: CommandContext, input: Approval, { tries, inputHash }: Approved): Refs {
  forgetTries(ctx.db, tries)
  const { staffId: approverId, permission, forRequestId } = input
  insertAuthorisation(ctx.db, {
    ...{ forRequestId, inputHash, permission, approverId },
    staffId: actingStaff(ctx),
    device: ctx.actor.device,
    recordedAt: ctx.now,
  })
  return { authorisedBy: approverId }
}

export function approverByRefs({ db }: ReadContext, { authorisedBy }: Refs): { approverName: string } {
  return { approverName: staffRecord(db, Number(authorisedBy)).name }
}
