/** The desktop around the shop. It is the caller's connection that brings it: no other caller changes this computer. */
import type { ComputerChoices } from '../../contract/computer.ts'
import { refuse } from '../domain/errors.ts'
import type { Computer } from './call.ts'
import { preparedCommand } from './handlers.ts'
import { api, type AuthorisedCall } from './pipeline.ts'

export const computer = {
  get: api.computer.get.handler(({ context: { connection } }) => viewOf(connection.computer)),
  choose: api.computer.choose.handler((call) => {
    const chosen = preparedCommand(
      ({ call: context }, input: ComputerChoices & { requestId: string }) => Promise.try(() => choose(context, input)),
      () => ({}),
      () => viewOf(call.context.connection.computer),
    )
    return chosen(call)
  }),
}

const viewOf = (computer: Computer | undefined) => ({ choices: computer?.choices() ?? null })

function choose({ connection, core }: AuthorisedCall, { staysInTray, startsWithComputer }: ComputerChoices): void {
  if (!connection.computer) refuse('NO_DESKTOP_HERE')
  try {
    connection.computer.choose({ staysInTray, startsWithComputer })
  } catch (error) {
    core.log.error({ kind: String(error) }, 'the computer refused a choice')
    refuse('COMPUTER_REFUSED')
  }
}
