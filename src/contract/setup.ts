/** First run: a new shop, or one brought back from a snapshot. Open to anyone, but only while no shop exists. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { pin } from './pin.ts'
import { command, query } from './procedure.ts'
import { currency, shopProfile } from './settings.ts'
import { requestId, text, time } from './values.ts'

export const TRADES = ['clothes', 'tea', 'general', 'other'] as const
export const password = z.string().min(8).max(200)

export const snapshot = z.object({
  file: z.string().max(200),
  takenAt: time,
  bytes: z.int(),
  reason: z.enum(['daily', 'asked', 'migration', 'restore']),
})
export type Snapshot = z.infer<typeof snapshot>

/** Who signs in to the demo shop (示例店): nobody's secret. */
const demoOwner = z.object({ name: z.string(), password: z.string() })
export type DemoOwner = z.infer<typeof demoOwner>

/** The code that the start printed; asked for over HTTP only, so that no stranger sets the shop up. */
const setupCode = z.string().max(64).optional()

export const setup = {
  state: query('setup.state', { access: 'public' })
    .route({ method: 'GET', path: '/setup/state' })
    .input(z.object({}))
    .output(
      z.object({
        shop: z.enum(['none', 'open']),
        name: z.string().nullable(),
        /** Set while what is open is the demo shop. */
        demo: demoOwner.nullable(),
        needsCode: z.boolean(),
        version: z.string(),
      }),
    ),
  snapshots: query('setup.snapshots', { access: 'public' })
    .route({ method: 'GET', path: '/setup/snapshots' })
    .input(z.object({ setupCode }))
    .output(z.array(snapshot))
    .errors(refusals('SHOP_EXISTS', 'SETUP_CODE_WRONG')),
  openShop: command('setup.openShop', { access: 'public', secrets: ['password', 'pin', 'setupCode'] })
    .route({ method: 'POST', path: '/setup/shop' })
    .input(
      z.object({
        requestId,
        setupCode,
        shopName: text(60),
        trade: z.enum(TRADES),
        ownerName: text(40),
        password,
        pin: pin.optional(),
        currency: currency.default('CNY'),
        timeZone: shopProfile.shape.timeZone.default('Asia/Shanghai'),
      }),
    )
    /** With the recovery code the owner finds back in; it is shown this once. */
    .output(z.object({ shopName: z.string(), recoveryCode: z.string() }))
    .errors(refusals('SHOP_EXISTS', 'SETUP_CODE_WRONG')),
  /** An invented shop to look around in, apart from any real one and only while there is none. */
  openDemo: command('setup.openDemo', { access: 'public', secrets: ['setupCode'] })
    .route({ method: 'POST', path: '/setup/demo' })
    .input(z.object({ requestId, setupCode }))
    .output(demoOwner)
    .errors(refusals('SHOP_EXISTS', 'SETUP_CODE_WRONG')),
  /** The demo shop is gone for good then, and the first run begins. */
  leaveDemo: command('setup.leaveDemo', { access: 'signedIn' })
    .route({ method: 'POST', path: '/setup/demo/leave' })
    .input(z.object({ requestId }))
    .output(z.object({}))
    .errors(refusals('NO_DEMO_SHOP')),
  restore: command('setup.restore', { access: 'public', secrets: ['setupCode'] })
    .route({ method: 'POST', path: '/setup/restore' })
    .input(z.object({ requestId, setupCode, file: snapshot.shape.file }))
    .output(z.object({ shopName: z.string() }))
    .errors(refusals('SHOP_EXISTS', 'SETUP_CODE_WRONG', 'SNAPSHOT_NOT_FOUND', 'SNAPSHOT_DAMAGED')),
}
