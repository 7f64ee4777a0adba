/** A printer of before prints as it did, and is asked how it is; its papers are of their documents still. */
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const ALL = readMigrations(import.meta.dirname)
const AT = ALL.findIndex(({ name }) => name === 'paper')

const OLD_ROWS = `
  INSERT INTO roles VALUES ('owner', '[]');
  INSERT INTO staff (id, uid, name, name_key, role, password_hash, created_at) VALUES (1, 'S1', '店主', '店主', 'owner', 'x', 0);
  INSERT INTO printers VALUES (1, '收银台', 'network', '192.168.1.100', 48, 1, 2, 1, NULL);
  INSERT INTO print_jobs VALUES (1, 1, 'testPage', NULL, 0, 1, 'printed', NULL, 1, 5, 6, NULL);`

test('printers and papers of before stay as they were', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, ALL.slice(0, AT), () => undefined)
  sqlite.exec(OLD_ROWS)
  migrate(sqlite, ALL.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT name, columns, as_image, asks_status FROM printers').get()).toEqual({
    ...{ name: '收银台', columns: 48, as_image: 0, asks_status: 1 },
  })
  expect(sqlite.prepare('SELECT paper, state, subject, content FROM print_jobs').get()).toEqual({
    ...{ paper: 'testPage', state: 'printed', subject: '', content: null },
  })
  expect(() => sqlite.exec("UPDATE print_jobs SET content = 'rows'")).toThrow('CHECK')
})
