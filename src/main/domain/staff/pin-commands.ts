import type { PrepareContext } from '../../api/handlers.ts'
import { eq } from 'drizzle-orm'
import type { Id } from '../../../contract/values.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { mustBeBelow } from './commands.ts'
import { hashPassword } from './passwords.ts'
import { provePassword } from './proving.ts'
import { staff } from './tables.ts'

export interface NewPin {
  readonly pinHash: string | null
}

/** One's own PIN takes one's password. */
export async function proveForPin(
  ctx: PrepareContext,
  { current, pin }: { readonly current: string; readonly pin: string },
): Promise<NewPin> {
  await provePassword(ctx, current)
  return newPin(ctx, { pin })
}

export async function newPin({ call }: PrepareContext, { pin }: { readonly pin: string | null }): Promise<NewPin> {
  return { pinHash: pin === null ? null : await hashPassword(pin, (bytes) => call.core.ids.secret(bytes)) }
}

export function setOwnPin(ctx: CommandContext, _input: unknown, ready: NewPin): Refs {
  return savePin(ctx, actingStaff(ctx), ready)
}

/** Nobody sets the PIN of someone who may do more: it would let them act as that person. */
export function setPinOf(ctx: CommandContext, staffId: Id, ready: NewPin): Refs {
  mustBeBelow(ctx, staffId)
  return savePin(ctx, staffId, ready)
}

function savePin({ db }: CommandContext, staffId: Id, { pinHash }: NewPin): Refs {
  db.update(staff).set({ pinHash }).where(eq(staff.id, staffId)).run()
  return { staff: staffId }
}
