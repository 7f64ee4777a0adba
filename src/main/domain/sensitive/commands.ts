/** 敏感操作: what is allowed and yet the owner wants to know how often, and by whom. */
import type { SensitiveKind } from '../../../contract/sensitive.ts'
import { ZERO, type Id, type Money } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { actingStaff, type CommandContext } from '../context.ts'
import { openShiftId } from '../drawer/queries.ts'
import { sensitiveActions } from './tables.ts'

export interface SensitiveAction {
  readonly kind: SensitiveKind
  /** What it was about: goods, a customer, a parked sale. */
  readonly subject?: string
  /** What it was about in money, always positive: what was taken off, given away, given back or removed. */
  readonly amount?: Money
  readonly reason?: string
  readonly documentId?: Id | undefined
}

const insertAction = insertInto(sensitiveActions)

/** Records it in the transaction of the command that did it, with who acted and who allowed it. */
export function recordSensitive(ctx: CommandContext, action: SensitiveAction): void {
  const { kind, subject = '', amount = ZERO, reason = '', documentId = null } = action
  insertAction(ctx.db, {
    ...{ kind, subject, amount, reason, documentId },
    shiftId: openShiftId(ctx.db),
    staffId: actingStaff(ctx),
    authorisedBy: ctx.actor.authorisedBy ?? null,
    recordedAt: ctx.now,
    businessDay: ctx.businessDay,
  })
}
