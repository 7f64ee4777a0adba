/** A shop of version 2 may do in version 3 what a new one may. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const MIGRATIONS = readMigrations(join(import.meta.dirname))
const OLD_ROLES = `
  INSERT INTO roles VALUES ('owner', '["sales.sell"]'), ('manager', '["sales.sell"]'), ('clerk', '[]'), ('bookkeeper', '[]')`

test('those who sell may delete a parked sale, once', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, 2), () => undefined)
  sqlite.exec(OLD_ROLES)
  migrate(sqlite, MIGRATIONS.slice(0, 3), () => undefined)
  expect(sqlite.prepare('SELECT key, permissions FROM roles').raw().all()).toEqual([
    ['owner', '["sales.sell","sales.removeParked"]'],
    ['manager', '["sales.sell","sales.removeParked"]'],
    ['clerk', '["sales.removeParked"]'],
    ['bookkeeper', '[]'],
  ])
})
