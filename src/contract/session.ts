/** Signing in and out, by name and password. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { permission, roleKey } from './permissions.ts'
import { command, query } from './procedure.ts'
import { password } from './setup.ts'
import { id, requestId, text } from './values.ts'

export const me = z.object({
  staffId: id,
  name: z.string(),
  role: roleKey,
  permissions: z.array(permission),
})
export type Me = z.infer<typeof me>

export const session = {
  current: query('session.current', { access: 'public' })
    .route({ method: 'GET', path: '/session' })
    .input(z.object({}))
    .output(me.nullable()),
  signIn: command('session.signIn', { access: 'public', secrets: ['password'] })
    .route({ method: 'POST', path: '/session' })
    .input(z.object({ requestId, name: text(40), password: z.string().min(1).max(200) }))
    .output(me)
    .errors(refusals('SIGN_IN_FAILED', 'SIGN_IN_SLOWED')),
  signOut: command('session.signOut', { access: 'signedIn' })
    .route({ method: 'POST', path: '/session/end' })
    .input(z.object({ requestId }))
    .output(z.object({})),
  changePassword: command('session.changePassword', { access: 'signedIn', secrets: ['current', 'password'] })
    .route({ method: 'POST', path: '/session/password' })
    .input(z.object({ requestId, current: z.string().min(1).max(200), password }))
    .output(z.object({}))
    .errors(refusals('PASSWORD_WRONG')),
}
