import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { useAuthorized } from './useAuthorized.ts'

const forbidden = (permission: string) =>
  new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission } })
const belowFloor = new ORPCError('PRICE_BELOW_FLOOR', { defined: true, status: 403, data: { title: '龙井' } })

interface Wish {
  readonly requestId: string
  readonly total: number
}

/** A shop that refuses with each of `refusals` in turn, and then sells. */
function aShop(...refusals: Error[]) {
  const sent: Wish[] = []
  const command = async (input: Wish): Promise<string> => {
    sent.push(input)
    await nextTick()
    const refusal = refusals.shift()
    if (refusal) throw refusal
    return 'sold'
  }
  return { sent, ...useAuthorized(command) }
}

const WISH = { requestId: 'request-000001', total: 1 }
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

test('what is allowed is sent again just as it was', async () => {
  const shop = aShop(forbidden('sales.discount'))
  const answer = shop.send(WISH)
  await settled()
  expect(shop.asking.value).toMatchObject({ permission: 'sales.discount', forRequestId: WISH.requestId })
  shop.asking.value?.decide(true)
  expect(await answer).toBe('sold')
  expect(shop.asking.value).toBeNull()
  expect(shop.sent).toEqual([WISH, WISH])
})

test('what needs two permissions is asked for twice', async () => {
  const shop = aShop(forbidden('sales.discount'), belowFloor)
  const answer = shop.send(WISH)
  await settled()
  shop.asking.value?.decide(true)
  await settled()
  expect(shop.asking.value?.permission).toBe('sales.belowFloor')
  shop.asking.value?.decide(true)
  expect(await answer).toBe('sold')
})

test('what nobody allows stays refused, and is not sent again', async () => {
  const shop = aShop(forbidden('sales.discount'))
  const answer = shop.send(WISH)
  await settled()
  shop.asking.value?.decide(false)
  await expect(answer).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(shop.sent).toHaveLength(1)
})

test('any other refusal asks nobody', async () => {
  const shop = aShop(new ORPCError('BASKET_EMPTY', { defined: true, status: 422, data: {} }), new TypeError('lost'))
  await expect(shop.send(WISH)).rejects.toMatchObject({ code: 'BASKET_EMPTY' })
  await expect(shop.send(WISH)).rejects.toThrow('lost')
  expect(shop.asking.value).toBeNull()
})

test('leaving the page gives it up', async () => {
  const scope = effectScope()
  const shop = scope.run(() => aShop(forbidden('sales.discount')))
  const answer = shop?.send(WISH)
  await settled()
  scope.stop()
  await expect(answer).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
