import { preparedCommand, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { currentPerson, personByRefs } from './people.ts'
import { changePassword, proveIdentity, proveOldPassword, signIn, signOut } from './session-commands.ts'

const nothing = () => ({})

export const session = {
  current: api.session.current.handler(query(currentPerson)),
  /** Each try is a wish of its own: the token of a lost answer cannot be given out again. */
  signIn: api.session.signIn.handler((call) => {
    const { ids, clock } = call.context.core
    const input = { ...call.input, requestId: ids.uid(clock.now()) }
    return preparedCommand(proveIdentity, signIn, personByRefs)({ ...call, input })
  }),
  signOut: api.session.signOut.handler(
    preparedCommand(({ call }) => Promise.resolve(call.connection), signOut, nothing),
  ),
  changePassword: api.session.changePassword.handler(preparedCommand(proveOldPassword, changePassword, nothing)),
}
