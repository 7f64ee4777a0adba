/** How a shop folder gets its shop: founded, or restored from a snapshot. */
import type { NewShop } from '../api/call.ts'
import { openWriter, type Writer } from '../database/connection.ts'
import type { ShopFolder } from '../database/folder.ts'
import { migrate, type Migration } from '../database/migrator.ts'
import { restoreSnapshot } from '../database/restore.ts'
import { putInPlace } from '../database/shop-file.ts'
import { recordCommand } from '../domain/audit/commands.ts'
import { businessDayOf } from '../domain/business-day.ts'
import type { Clock, Ids } from '../domain/context.ts'
import { foundShop } from '../domain/shop/found.ts'
import { shopOf } from '../domain/shop/queries.ts'
import { hashPassword } from '../domain/staff/passwords.ts'
import { newRecoveryCode, plainCode } from '../domain/staff/recovery-code.ts'

export interface Place {
  readonly folder: ShopFolder
  readonly migrations: readonly Migration[]
  readonly clock: Clock
  readonly ids: Ids
}

/** @returns the owner's recovery code, which is stored nowhere */
export async function founding(
  { folder, migrations, clock, ids }: Place,
  input: NewShop,
  device: string,
): Promise<string> {
  const { password, pin, ...founded } = input
  const secret = (bytes: number) => ids.secret(bytes)
  const recoveryCode = newRecoveryCode(secret)
  const hashes = {
    passwordHash: await hashPassword(password, secret),
    recoveryHash: await hashPassword(plainCode(recoveryCode), secret),
    pinHash: pin === undefined ? undefined : await hashPassword(pin, secret),
  }
  putInPlace(folder, clock.now(), input.timeZone, (file) => {
    const writer = openWriter(file)
    try {
      migrate(writer.sqlite, migrations, () => undefined) // an empty file needs no copy
      const found = () => foundShop(writer.db, ids, clock.now(), { ...founded, ...hashes, device })
      writer.sqlite.transaction(found).immediate()
    } finally {
      writer.close()
    }
  })
  return recoveryCode
}

export function restoring({ folder, migrations, clock, ids }: Place, file: string, device: string): void {
  const now = clock.now()
  const record = ({ db }: Writer) => {
    const profile = shopOf(db)?.profile
    if (!profile) throw new Error('the shop row is missing')
    recordCommand(db, ids, {
      requestId: ids.uid(now),
      payload: JSON.stringify({ file }),
      actor: null,
      device,
      name: 'setup.restore',
      refs: { snapshot: file },
      refused: null,
      recordedAt: now,
      businessDay: businessDayOf(now, profile.timeZone, profile.dayStartHour),
    })
  }
  restoreSnapshot(folder, { file, now, migrations, epoch: ids.uid(now), record })
}
