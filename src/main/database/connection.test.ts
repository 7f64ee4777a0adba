import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { openReader, openWriter } from './connection.ts'

test('the writer keeps the pragmas that the promises rest on', () => {
  const writer = openWriter(join(aFolder(), 'shop.db'))
  const pragma = (name: string) => writer.sqlite.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('recursive_triggers')).toBe(1)
  expect(pragma('busy_timeout')).toBe(5_000)
  expect(pragma('journal_size_limit')).toBe(64 * 1024 * 1024)
  expect(pragma('wal_autocheckpoint')).toBe(10_000)
  if (process.platform === 'darwin') {
    expect(pragma('fullfsync')).toBe(1)
    expect(pragma('checkpoint_fullfsync')).toBe(1)
  }
  writer.close()
})

test('a reader cannot write, and sees what the writer committed', () => {
  const file = join(aFolder(), 'shop.db')
  const writer = openWriter(file)
  writer.sqlite.exec('CREATE TABLE cups (id INTEGER PRIMARY KEY) STRICT; INSERT INTO cups VALUES (1)')
  const reader = openReader(file)
  expect(reader.sqlite.prepare('SELECT id FROM cups').pluck().all()).toEqual([1])
  expect(() => reader.sqlite.exec('INSERT INTO cups VALUES (2)')).toThrow(/readonly/)
  writer.sqlite.exec('INSERT INTO cups VALUES (3)')
  expect(reader.sqlite.prepare('SELECT id FROM cups').pluck().all()).toEqual([1, 3])
  reader.close()
  writer.close()
})

test('a reader does not make a shop where there is none', () => {
  expect(() => openReader(join(aFolder(), 'shop.db'))).toThrow()
})

test('without recursive_triggers, REPLACE slips past an append-only trigger', () => {
  const { sqlite } = openWriter(':memory:')
  sqlite.exec(`
    CREATE TABLE lines (id INTEGER PRIMARY KEY, text TEXT) STRICT;
    CREATE TRIGGER lines_no_delete BEFORE DELETE ON lines BEGIN SELECT RAISE (ABORT, 'append-only'); END;
    INSERT INTO lines VALUES (1, 'sold');
  `)
  const replace = () => sqlite.exec(`REPLACE INTO lines VALUES (1, 'changed')`)
  expect(replace).toThrow('append-only')
  sqlite.pragma('recursive_triggers = OFF')
  expect(replace).not.toThrow()
})

test('a number is bound as REAL: SQL must never divide by a parameter', () => {
  const { sqlite } = openWriter(':memory:')
  const divided = (by: string) => sqlite.prepare(`SELECT 7 / ${by}`).pluck()
  expect(divided('2').get()).toBe(3)
  expect(divided('?').get(2)).toBe(3.5)
  expect(sqlite.prepare('SELECT typeof(?)').pluck().get(2)).toBe('real')
  // In a STRICT table it is stored as the integer that it is, and anything else is refused.
  sqlite.exec('CREATE TABLE amounts (amount INTEGER NOT NULL) STRICT')
  const insert = sqlite.prepare('INSERT INTO amounts VALUES (?)')
  insert.run(2)
  expect(sqlite.prepare('SELECT typeof(amount), amount / 3 FROM amounts').raw().get()).toEqual(['integer', 0])
  expect(() => insert.run(2.5)).toThrow(/REAL/)
})
