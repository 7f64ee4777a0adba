import { command, preparedCommand, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import type { Id } from '../../../contract/values.ts'
import { hireStaff, setPassword, updateRole, updateStaff, type Hiring } from './commands.ts'
import { listRoles, listStaff, roleByRefs, staffByRefs } from './people.ts'
import { newPin, setPinOf } from './pin-commands.ts'
import { listSellers } from './queries.ts'
import { newPassword } from './session-commands.ts'

interface Secret {
  readonly password: string
}

export const staff = {
  sellers: api.staff.sellers.handler(query(listSellers)),
  list: api.staff.list.handler(query(listStaff)),
  create: api.staff.create.handler(
    preparedCommand(
      newPassword,
      (ctx, hiring: Hiring & Secret, { passwordHash }) => hireStaff(ctx, hiring, passwordHash),
      staffByRefs,
    ),
  ),
  update: api.staff.update.handler(command(updateStaff, staffByRefs)),
  setPassword: api.staff.setPassword.handler(
    preparedCommand(
      newPassword,
      (ctx, { staffId }: { readonly staffId: Id } & Secret, ready) => setPassword(ctx, staffId, ready),
      staffByRefs,
    ),
  ),
  setPin: api.staff.setPin.handler(
    preparedCommand(
      newPin,
      (ctx, { staffId }: { readonly staffId: Id; readonly pin: string | null }, ready) => setPinOf(ctx, staffId, ready),
      staffByRefs,
    ),
  ),
  roles: api.staff.roles.handler(query(listRoles)),
  updateRole: api.staff.updateRole.handler(command(updateRole, roleByRefs)),
}
