import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { isUncertain, toRefusal } from './refusal.ts'

test('a declared error is what the contract says', () => {
  const error = new ORPCError('TOTAL_CHANGED', { defined: true, status: 409, data: { total: 5 } })
  expect(toRefusal(error)).toEqual({ code: 'TOTAL_CHANGED', data: { total: 5 } })
})

test('no answer is not a no', () => {
  const refusal = toRefusal(new TypeError('Failed to fetch'))
  expect(refusal.code).toBe('UNREACHABLE')
  expect(isUncertain(refusal)).toBe(true)
})

test('an unexpected error keeps its reference', () => {
  const error = new ORPCError('UNEXPECTED', { defined: true, status: 500, data: { reference: 'R1' } })
  expect(toRefusal(error)).toEqual({ code: 'UNEXPECTED', data: { reference: 'R1' } })
})

test('what nobody declared is unexpected, or a session that has ended', () => {
  expect(toRefusal(new ORPCError('INTERNAL_SERVER_ERROR')).code).toBe('UNEXPECTED')
  expect(toRefusal(new ORPCError('UNAUTHORIZED', { status: 401 })).code).toBe('NOT_SIGNED_IN')
})
