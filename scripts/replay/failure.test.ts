import { ORPCError } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Time } from '../../src/contract/values.ts'
import { ShopIsHeld } from '../../src/main/database/lock.ts'
import { inOneSentence, ReplayFailure } from './failure.ts'

const coded = (code: string) => Object.assign(new Error('no'), { code })

test('what someone can do something about is one sentence', () => {
  const held = new ShopIsHeld('shop', { pid: 7, host: 'counter', since: 0 as Time })
  const sentences = [new ReplayFailure('the file is empty'), held, coded('ENOSPC'), coded('EACCES'), coded('ENOTDIR')]
  for (const sentence of sentences.map((error) => inOneSentence(error))) {
    expect(sentence).toMatch(/^The replay ended: [^\n]+$/)
    expect(sentence).not.toContain('    at ')
  }
  expect(inOneSentence(held)).toContain('process 7 on counter')
})

test('a full disk is known behind an answer that only names the log', () => {
  const answer = new ORPCError('UNEXPECTED', { data: { reference: 'ABCDEFGH' } })
  expect(inOneSentence(answer, [{ reference: 'ABCDEFGH', code: 'SQLITE_FULL' }])).toContain('the disk is full')
  expect(inOneSentence(answer, [{ reference: 'ABCDEFGH', message: 'odd' }])).toContain('odd')
})

test('what nobody foresaw comes with its stack', () => {
  expect(inOneSentence(new Error('odd'))).toMatch(/odd\n +at /)
})
