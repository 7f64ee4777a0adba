import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { ref } from 'vue'
import { useCommand } from './useCommand.ts'
import type { Unanswered } from './useCommand.ts'

interface Sale {
  requestId: string
  total: number
}

/** A shop that keeps what it was sent and answers with each of `answers` in turn. */
function aShop(...answers: (() => string)[]) {
  const sent: Sale[] = []
  const send = (input: Sale): Promise<string> => {
    sent.push(input)
    const answer = answers.shift() ?? (() => 'sold')
    return new Promise((resolve) => resolve(answer()))
  }
  return { sent, send }
}

const lost = () => {
  throw new TypeError('Failed to fetch')
}
const refused = () => {
  throw new ORPCError('BASKET_EMPTY', { defined: true, status: 422, data: {} })
}

test('after a lost answer the same wish is sent with the same request id', async () => {
  const shop = aShop(lost)
  const { run, refusal } = useCommand(shop.send)
  expect(await run({ total: 1 })).toBeUndefined()
  expect(refusal.value?.code).toBe('UNREACHABLE')
  expect(await run({ total: 1 })).toBe('sold')
  expect(shop.sent[1]?.requestId).toBe(shop.sent[0]?.requestId)
})

test('another wish is another request, and so is the next after an answer', async () => {
  const shop = aShop(lost)
  const { run } = useCommand(shop.send)
  await run({ total: 1 })
  await run({ total: 2 })
  await run({ total: 2 })
  expect(new Set(shop.sent.map(({ requestId }) => requestId)).size).toBe(3)
})

test('a clear no is forgotten: the next try is a new request', async () => {
  const shop = aShop(refused)
  const { run, refusal } = useCommand(shop.send)
  await run({ total: 1 })
  expect(refusal.value).toEqual({ code: 'BASKET_EMPTY', data: {} })
  await run({ total: 1 })
  expect(refusal.value).toBeNull()
  expect(shop.sent[1]?.requestId).not.toBe(shop.sent[0]?.requestId)
})

test('what was not answered outlives a reload where it is remembered', async () => {
  const memory = ref<Unanswered | null>(null)
  const before = aShop(lost)
  await useCommand(before.send, memory).run({ total: 1 })
  const after = aShop()
  await useCommand(after.send, memory).run({ total: 1 })
  expect(after.sent[0]?.requestId).toBe(before.sent[0]?.requestId)
  expect(memory.value).toBeNull()
})

test('a second press while the first is on its way sends nothing', async () => {
  const shop = aShop()
  const { run } = useCommand(shop.send)
  const both = [run({ total: 1 }), run({ total: 1 })]
  expect(await Promise.all(both)).toEqual(['sold', undefined])
  expect(shop.sent).toHaveLength(1)
})

test('a field is told which rule it broke', async () => {
  const data = { fields: [{ path: 'skus.0.code', rule: 'too_small' }] }
  const shop = aShop(() => {
    throw new ORPCError('INPUT_INVALID', { defined: true, status: 422, data })
  })
  const { run, fieldRule } = useCommand(shop.send)
  await run({ total: 1 })
  expect(fieldRule('skus.0.code')).toBe('too_small')
  expect(fieldRule('title')).toBeUndefined()
})
