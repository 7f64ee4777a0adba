import { expect, test } from 'vitest'
import type { Time } from '../../contract/values.ts'
import { newSetupCode } from './setup-code.ts'
import { systemIds } from './system.ts'

function aCode() {
  let now = 0
  const setup = newSetupCode(systemIds(), { now: () => now as Time })
  const isRight = (typed: string | undefined) => {
    try {
      setup.check(typed)
      return true
    } catch {
      return false
    }
  }
  return { code: setup.code, isRight, wait: (ms: number) => (now += ms) }
}

test('the code is typed as people type', () => {
  const { code, isRight } = aCode()
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
  expect(isRight(code)).toBe(true)
  expect(isRight(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(true)
})

test('another code, a part of it or none at all is refused', () => {
  const { code, isRight } = aCode()
  for (const wrong of ['', undefined, code.slice(0, -1), `${code}A`]) expect(isRight(wrong)).toBe(false)
})

test('two starts have two codes', () => {
  expect(aCode().code).not.toBe(aCode().code)
})

test('wrong tries make every try wait, longer each time, the right code too', () => {
  const { code, isRight, wait } = aCode()
  for (let tries = 0; tries < 5; tries += 1) expect(isRight('wrong')).toBe(false)
  expect(isRight(code)).toBe(false)
  wait(1_000)
  expect(isRight('wrong')).toBe(false)
  wait(1_000)
  expect(isRight(code)).toBe(false)
  wait(1_000)
  expect(isRight(code)).toBe(true)
})
