/** Who works here, and what each role may do. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { permission, roleKey } from './permissions.ts'
import { pin } from './pin.ts'
import { command, query } from './procedure.ts'
import { password } from './setup.ts'
import { id, requestId, text, uid } from './values.ts'

export const staffView = z.object({
  id,
  uid,
  name: z.string(),
  role: roleKey,
  archived: z.boolean(),
  hasPin: z.boolean(),
})
export type StaffView = z.infer<typeof staffView>

export const roleView = z.object({ key: roleKey, permissions: z.array(permission) })
export type RoleView = z.infer<typeof roleView>

export const seller = z.object({ id, name: z.string() })
export type Seller = z.infer<typeof seller>

export const staff = {
  /** Who may have served: everybody who works here. */
  sellers: query('staff.sellers', { access: 'signedIn' })
    .route({ method: 'GET', path: '/sellers' })
    .input(z.object({}))
    .output(z.array(seller)),
  list: query('staff.list', { access: 'staff.manage' })
    .route({ method: 'GET', path: '/staff' })
    .input(z.object({}))
    .output(z.array(staffView)),
  create: command('staff.create', { access: 'staff.manage', secrets: ['password'] })
    .route({ method: 'POST', path: '/staff' })
    .input(z.object({ requestId, name: text(40), role: roleKey, password }))
    .output(staffView)
    .errors(refusals('STAFF_NAME_TAKEN')),
  update: command('staff.update', { access: 'staff.manage' })
    .route({ method: 'PUT', path: '/staff/{staffId}' })
    .input(z.object({ requestId, staffId: id, name: text(40), role: roleKey, archived: z.boolean() }))
    .output(staffView)
    .errors(refusals('STAFF_NOT_FOUND', 'STAFF_NAME_TAKEN', 'LAST_OWNER')),
  setPassword: command('staff.setPassword', { access: 'staff.manage', secrets: ['password'] })
    .route({ method: 'POST', path: '/staff/{staffId}/password' })
    .input(z.object({ requestId, staffId: id, password }))
    .output(staffView)
    .errors(refusals('STAFF_NOT_FOUND')),
  /** `null` takes the PIN away. */
  setPin: command('staff.setPin', { access: 'staff.manage', secrets: ['pin'] })
    .route({ method: 'POST', path: '/staff/{staffId}/pin' })
    .input(z.object({ requestId, staffId: id, pin: pin.nullable() }))
    .output(staffView)
    .errors(refusals('STAFF_NOT_FOUND')),
  roles: query('staff.roles', { access: 'staff.manage' })
    .route({ method: 'GET', path: '/roles' })
    .input(z.object({}))
    .output(z.array(roleView)),
  updateRole: command('staff.updateRole', { access: 'staff.manage' })
    .route({ method: 'PUT', path: '/roles/{role}' })
    .input(z.object({ requestId, role: roleKey, permissions: z.array(permission).max(100) }))
    .output(roleView)
    .errors(refusals('OWNER_ROLE_FIXED')),
}
