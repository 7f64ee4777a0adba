/** First run: these run while no shop is open, hence outside the pipeline's transaction. */
import { OWNER, PASSWORD } from '../demo/people.ts'
import { refuse } from '../domain/errors.ts'
import { api, type AuthorisedCall } from './pipeline.ts'

const DEMO_OWNER = { name: OWNER, password: PASSWORD }

export const setup = {
  state: api.setup.state.handler(({ context: { core, connection, opened } }) => ({
    shop: opened ? ('open' as const) : ('none' as const),
    name: opened?.shop().profile.name ?? null,
    demo: core.isDemo() ? DEMO_OWNER : null,
    needsCode: connection.needsSetupCode,
    version: core.version,
  })),
  snapshots: api.setup.snapshots.handler(({ context, input }) => {
    mustBeEmpty(context, input.setupCode)
    return [...context.core.restorableSnapshots()]
  }),
  openShop: api.setup.openShop.handler(async ({ context, input }) => {
    mustBeEmpty(context, input.setupCode)
    const recoveryCode = await context.core.createShop(input, context.connection.device)
    return { shopName: input.shopName, recoveryCode }
  }),
  openDemo: api.setup.openDemo.handler(async ({ context, input }) => {
    mustBeEmpty(context, input.setupCode)
    await context.core.openDemo()
    return DEMO_OWNER
  }),
  leaveDemo: api.setup.leaveDemo.handler(async ({ context: { core, connection } }) => {
    await core.leaveDemo()
    connection.keep(null) // its session went with it
    return {}
  }),
  restore: api.setup.restore.handler(async ({ context, input }) => {
    mustBeEmpty(context, input.setupCode)
    await context.core.restore(input.file, context.connection.device)
    return { shopName: context.core.opened()?.shop().profile.name ?? '' }
  }),
}

function mustBeEmpty({ core, connection, opened }: AuthorisedCall, code: string | undefined): void {
  if (opened) refuse('SHOP_EXISTS')
  core.checkSetupCode(connection, code)
}
