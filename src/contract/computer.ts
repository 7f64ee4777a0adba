/** The computer that the shop runs on, where it has a desktop. Only the app's own window reaches it: a browser has none. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { requestId } from './values.ts'

/** Kept on the computer, never in the shop. */
const computerChoices = z.object({
  /** Closing the window leaves the shop running in the tray. */
  staysInTray: z.boolean(),
  /** The app starts when this person signs in to the computer. */
  startsWithComputer: z.boolean(),
})
export type ComputerChoices = z.infer<typeof computerChoices>

/** Null where the caller sits at no desktop of the shop's. */
const computerView = z.object({ choices: computerChoices.nullable() })

export const computer = {
  get: query('computer.get', { access: 'settings.edit' })
    .route({ method: 'GET', path: '/computer' })
    .input(z.object({}))
    .output(computerView),
  choose: command('computer.choose', { access: 'settings.edit' })
    .route({ method: 'PUT', path: '/computer' })
    .input(computerChoices.extend({ requestId }))
    .output(computerView)
    .errors(refusals('NO_DESKTOP_HERE', 'COMPUTER_REFUSED')),
}
