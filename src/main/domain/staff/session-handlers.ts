import { preparedCommand, query } from '../../api/handlers.ts'
import { api, type AuthorisedCall } from '../../api/pipeline.ts'
import { approverByRefs, authorise, proveApproval } from './authorise-commands.ts'
import { listApprovers, listPeople } from './authorisation-queries.ts'
import { lock, proveNextPerson, proveSamePerson, takeOver, unlock } from './lock-commands.ts'
import { currentPerson, personByRefs } from './people.ts'
import { proveForPin, setOwnPin } from './pin-commands.ts'
import { newRecoveryCode } from './recovery-code.ts'
import { proveForNewCode, proveRecovery, recover, replaceRecoveryCode } from './recovery-commands.ts'
import { changePassword, proveIdentity, proveOldPassword, signIn, signOut } from './session-commands.ts'

const nothing = () => ({})

interface Asked<I> {
  readonly context: AuthorisedCall
  readonly input: I
}

/** Each try is a wish of its own: the token or code of a lost answer cannot be given out again. */
const once = <I>({ context, input }: Asked<I>) => {
  const { ids, clock } = context.core
  return { context, input: { ...input, requestId: ids.uid(clock.now()) } }
}

const freshCode = ({ core }: AuthorisedCall) => newRecoveryCode((bytes) => core.ids.secret(bytes))

const connected = ({ call }: { readonly call: AuthorisedCall }) => Promise.resolve(call.connection)

export const session = {
  current: api.session.current.handler(query(currentPerson)),
  signIn: api.session.signIn.handler((call) => preparedCommand(proveIdentity, signIn, personByRefs)(once(call))),
  signOut: api.session.signOut.handler(preparedCommand(connected, signOut, nothing)),
  changePassword: api.session.changePassword.handler(preparedCommand(proveOldPassword, changePassword, nothing)),
  setPin: api.session.setPin.handler(preparedCommand(proveForPin, setOwnPin, nothing)),
  lock: api.session.lock.handler(preparedCommand(connected, lock, nothing)),
  unlock: api.session.unlock.handler((call) => preparedCommand(proveSamePerson, unlock, personByRefs)(once(call))),
  switch: api.session.switch.handler((call) => preparedCommand(proveNextPerson, takeOver, personByRefs)(once(call))),
  people: api.session.people.handler(query(listPeople)),
  approvers: api.session.approvers.handler(query(listApprovers)),
  authorize: api.session.authorize.handler(preparedCommand(proveApproval, authorise, approverByRefs)),
  recover: api.session.recover.handler(async (call) => {
    const recoveryCode = freshCode(call.context)
    await preparedCommand(proveRecovery(recoveryCode), recover, nothing)(once(call))
    return { recoveryCode }
  }),
  newRecoveryCode: api.session.newRecoveryCode.handler(async (call) => {
    const recoveryCode = freshCode(call.context)
    await preparedCommand(proveForNewCode(recoveryCode), replaceRecoveryCode, nothing)(once(call))
    return { recoveryCode }
  }),
}
