import { preparedCommand, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { currentPerson, personByRefs } from './people.ts'
import { changePassword, proveIdentity, proveOldPassword, signIn, signOut } from './session-commands.ts'

const nothing = () => ({})

export const session = {
  current: api.session.current.handler(query(currentPerson)),
  signIn: api.session.signIn.handler(preparedCommand(proveIdentity, signIn, personByRefs)),
  signOut: api.session.signOut.handler(
    preparedCommand(({ call }) => Promise.resolve(call.connection), signOut, nothing),
  ),
  changePassword: api.session.changePassword.handler(preparedCommand(proveOldPassword, changePassword, nothing)),
}
