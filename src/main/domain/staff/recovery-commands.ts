/** The way back in for an owner who forgot the password: a code on paper, of which only the hash is stored. */
import { eq } from 'drizzle-orm'
import type { PrepareContext } from '../../api/handlers.ts'
import type { Id } from '../../../contract/values.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { nameKeyOf } from './founding-commands.ts'
import { hashPassword, inTurn, passwordFits } from './passwords.ts'
import { staffByNameKey, staffRecord } from './people.ts'
import { countWrongTry, forgetTries, mayTry, provePassword } from './proving.ts'
import { plainCode } from './recovery-code.ts'
import { endSessions } from './sessions.ts'
import { staff } from './tables.ts'

export interface Recovery {
  readonly name: string
  readonly recoveryCode: string
  readonly password: string
}

interface Recovered {
  readonly staffId: Id
  readonly usedHash: string
  readonly passwordHash: string
  readonly recoveryHash: string
}

/** @param next the code that takes the place of the one used up */
export const proveRecovery =
  (next: string) =>
  async (ctx: PrepareContext, { name, recoveryCode, password }: Recovery): Promise<Recovered> => {
    const nameKey = nameKeyOf(name)
    const tries = triesOf(nameKey)
    mayTry(ctx, tries)
    const { id: staffId, usedHash } = await inTurn(async () => {
      mayTry(ctx, tries)
      const person = staffByNameKey(ctx.read.db, nameKey)
      const fits = await passwordFits(plainCode(recoveryCode), person?.recoveryHash ?? undefined)
      if (fits && person?.recoveryHash) return { id: person.id, usedHash: person.recoveryHash }
      countWrongTry(ctx, tries, 'RECOVERY_FAILED')
      return refuse('RECOVERY_FAILED')
    })
    const [passwordHash, recoveryHash] = [await hashed(ctx, password), await hashed(ctx, plainCode(next))]
    return { staffId, usedHash, passwordHash, recoveryHash }
  }

/** Signs its person out everywhere: whoever lost the password does not know who has it. A code works once. */
export function recover(ctx: CommandContext, _input: unknown, ready: Recovered): Refs {
  const { staffId, usedHash, passwordHash, recoveryHash } = ready
  const { recoveryHash: stored, nameKey } = staffRecord(ctx.db, staffId)
  if (stored !== usedHash) refuse('RECOVERY_FAILED')
  ctx.db.update(staff).set({ passwordHash, recoveryHash }).where(eq(staff.id, staffId)).run()
  forgetTries(ctx.db, [...triesOf(nameKey), nameKey])
  endSessions(ctx.db, staffId)
  return { staff: staffId }
}

export const proveForNewCode =
  (next: string) =>
  async (ctx: PrepareContext, { current }: { readonly current: string }): Promise<string> => {
    await provePassword(ctx, current)
    return hashed(ctx, plainCode(next))
  }

export function replaceRecoveryCode(ctx: CommandContext, _input: unknown, recoveryHash: string): Refs {
  const staffId = actingStaff(ctx)
  ctx.db.update(staff).set({ recoveryHash }).where(eq(staff.id, staffId)).run()
  return { staff: staffId }
}

const triesOf = (nameKey: string) => [`RECOVERY ${nameKey}`]

const hashed = ({ call }: PrepareContext, secret: string) =>
  hashPassword(secret, (bytes) => call.core.ids.secret(bytes))
