/** Signing in and out, locking and switching at the counter, and allowing another's one action (店长授权). */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { permission, roleKey } from './permissions.ts'
import { pin } from './pin.ts'
import { command, query } from './procedure.ts'
import { password } from './setup.ts'
import { id, requestId, text } from './values.ts'

export const me = z.object({
  staffId: id,
  name: z.string(),
  role: roleKey,
  permissions: z.array(permission),
  hasPin: z.boolean(),
  /** A locked session answers nothing but the ways to unlock it. */
  locked: z.boolean(),
})
export type Me = z.infer<typeof me>

/** Someone to choose by name before a PIN is typed: a PIN alone identifies nobody. */
export const person = z.object({ staffId: id, name: z.string() })
export type Person = z.infer<typeof person>

const typedPassword = z.string().min(1).max(200)

export const session = {
  current: query('session.current', { access: 'public' })
    .route({ method: 'GET', path: '/session' })
    .input(z.object({}))
    .output(me.nullable()),
  signIn: command('session.signIn', { access: 'public', secrets: ['password'] })
    .route({ method: 'POST', path: '/session' })
    .input(z.object({ requestId, name: text(40), password: typedPassword }))
    .output(me)
    .errors(refusals('SIGN_IN_FAILED', 'SIGN_IN_SLOWED')),
  signOut: command('session.signOut', { access: 'signedIn', whileLocked: true })
    .route({ method: 'POST', path: '/session/end' })
    .input(z.object({ requestId }))
    .output(z.object({})),
  changePassword: command('session.changePassword', { access: 'signedIn', secrets: ['current', 'password'] })
    .route({ method: 'POST', path: '/session/password' })
    .input(z.object({ requestId, current: typedPassword, password }))
    .output(z.object({}))
    .errors(refusals('PASSWORD_WRONG')),
  setPin: command('session.setPin', { access: 'signedIn', secrets: ['current', 'pin'] })
    .route({ method: 'POST', path: '/session/pin' })
    .input(z.object({ requestId, current: typedPassword, pin }))
    .output(z.object({}))
    .errors(refusals('PASSWORD_WRONG')),

  /** Keeps the session, but nothing is answered until its person, or another, proves who they are. */
  lock: command('session.lock', { access: 'signedIn', whileLocked: true })
    .route({ method: 'POST', path: '/session/lock' })
    .input(z.object({ requestId }))
    .output(z.object({})),
  /** By the PIN, or by the password, of whom the session belongs to. */
  unlock: command('session.unlock', { access: 'signedIn', whileLocked: true, secrets: ['pin', 'password'] })
    .route({ method: 'POST', path: '/session/unlock' })
    .input(z.object({ requestId, pin: pin.optional(), password: typedPassword.optional() }))
    .output(me)
    .errors(refusals('PIN_WRONG', 'PASSWORD_WRONG', 'SIGN_IN_SLOWED')),
  /** Hands this device to somebody else who has a PIN. */
  switch: command('session.switch', { access: 'signedIn', whileLocked: true, secrets: ['pin'] })
    .route({ method: 'POST', path: '/session/switch' })
    .input(z.object({ requestId, staffId: id, pin }))
    .output(me)
    .errors(refusals('PIN_WRONG', 'SIGN_IN_SLOWED')),
  /** Who can take over here: those who have a PIN. */
  people: query('session.people', { access: 'signedIn', whileLocked: true })
    .route({ method: 'GET', path: '/session/people' })
    .input(z.object({}))
    .output(z.array(person)),

  /** Who may allow what this permission stands for. */
  approvers: query('session.approvers', { access: 'signedIn' })
    .route({ method: 'GET', path: '/session/approvers' })
    .input(z.object({ permission }))
    .output(z.array(person)),
  /** Allows the one command that was just refused, to whoever asked for it here; it is then sent again just as it was. */
  authorize: command('session.authorize', { access: 'signedIn', secrets: ['pin'] })
    .route({ method: 'POST', path: '/session/authorisations' })
    .input(z.object({ requestId, staffId: id, pin, permission, forRequestId: requestId }))
    .output(z.object({ approverName: z.string() }))
    .errors(refusals('PIN_WRONG', 'SIGN_IN_SLOWED', 'CANNOT_APPROVE', 'NOTHING_TO_APPROVE')),

  /** The way back in for who forgot the password. Uses the code up and shows the next one, this once. */
  recover: command('session.recover', { access: 'public', secrets: ['recoveryCode', 'password'] })
    .route({ method: 'POST', path: '/session/recovery' })
    .input(z.object({ requestId, name: text(40), recoveryCode: z.string().min(1).max(80), password }))
    .output(z.object({ recoveryCode: z.string() }))
    .errors(refusals('RECOVERY_FAILED', 'SIGN_IN_SLOWED')),
  /** A recovery code of one's own; the one before no longer works. */
  newRecoveryCode: command('session.newRecoveryCode', { access: 'staff.manage', secrets: ['current'] })
    .route({ method: 'POST', path: '/session/recovery/code' })
    .input(z.object({ requestId, current: typedPassword }))
    .output(z.object({ recoveryCode: z.string() }))
    .errors(refusals('PASSWORD_WRONG')),
}
