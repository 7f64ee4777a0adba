import { expect, test } from 'vitest'
import { momentOf } from './local-time.ts'

const london = (local: string) => new Date(momentOf(local, 'Europe/London')).toISOString()

test('winter in London is UTC, summer an hour ahead', () => {
  expect(london('2010-12-01 08:26:00')).toBe('2010-12-01T08:26:00.000Z')
  expect(london('2011-07-01 08:26:30')).toBe('2011-07-01T07:26:30.000Z')
})

test('the clock changes in the night of 27 March and of 30 October 2011', () => {
  expect(london('2011-03-27 00:59:00')).toBe('2011-03-27T00:59:00.000Z')
  expect(london('2011-03-27 02:00:00')).toBe('2011-03-27T01:00:00.000Z')
  expect(london('2011-10-30 00:30:00')).toBe('2011-10-29T23:30:00.000Z')
  expect(london('2011-10-30 02:00:00')).toBe('2011-10-30T02:00:00.000Z')
})

test('of the hour that comes twice it is the first, and an hour that is skipped is read by the clock of before', () => {
  expect(london('2011-10-30 01:30:00')).toBe('2011-10-30T00:30:00.000Z')
  expect(london('2011-03-27 01:30:00')).toBe('2011-03-27T01:30:00.000Z')
})

test('far from London too', () => {
  expect(new Date(momentOf('2026-11-21 10:00:00', 'Asia/Shanghai')).toISOString()).toBe('2026-11-21T02:00:00.000Z')
  expect(new Date(momentOf('2026-11-21 10:00:00', 'America/New_York')).toISOString()).toBe('2026-11-21T15:00:00.000Z')
})
