/** A shop of before the baskets may do with them what a new one may. */
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const ALL = readMigrations(import.meta.dirname)
const AT = ALL.findIndex(({ name }) => name.endsWith('baskets'))
const OLD_ROLES = `
  INSERT INTO roles VALUES ('owner', '["sales.sell"]'), ('manager', '["sales.sell"]'), ('clerk', '[]'), ('bookkeeper', '[]')`

test('those who sell may delete a parked sale, once', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, ALL.slice(0, AT), () => undefined)
  sqlite.exec(OLD_ROLES)
  migrate(sqlite, ALL.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT key, permissions FROM roles').raw().all()).toEqual([
    ['owner', '["sales.sell","sales.removeParked"]'],
    ['manager', '["sales.sell","sales.removeParked"]'],
    ['clerk', '["sales.removeParked"]'],
    ['bookkeeper', '[]'],
  ])
})
