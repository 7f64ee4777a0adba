import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceAtRate, priceOfUnit, type Quantity, type Rate, type UnitPrice } from '../../contract/values.ts'
import { at, pieces } from '../testing/trade.ts'
import { BASE_UNIT, listPriceFor, type Prices, type Tier, type UnitPrices } from './pricing.ts'

const price = fc.integer({ min: 0, max: 50_000_000 }).map((value) => value as UnitPrice)
const maybe = fc.option(price, { nil: null })
const prices: fc.Arbitrary<Prices> = fc.record({ price, memberPrice: maybe, wholesalePrice: maybe })
const factor = fc.integer({ min: 1, max: 500_000 }).map((value) => value as Quantity)
const unit: fc.Arbitrary<UnitPrices> = fc.record({ factor, price: maybe, memberPrice: maybe, wholesalePrice: maybe })
const tier: fc.Arbitrary<Tier> = fc.record({
  price: fc.constantFrom('retail', 'member', 'wholesale'),
  rate: fc.integer({ min: 1, max: 10_000 }).map((value) => value as Rate),
})

test('without a tier one pays a unit’s own price, and so many times the base unit’s where it has none', () => {
  fc.assert(
    fc.property(prices, unit, (goods, one) => {
      const expected = one.price ?? priceOfUnit(goods.price, one.factor)
      expect(listPriceFor(goods, null, one)).toEqual({ price: expected, from: 'list' })
    }),
  )
})

test('a unit without prices of its own costs any tier so many times what the base unit costs it', () => {
  fc.assert(
    fc.property(prices, factor, tier, (goods, count, one) => {
      const kinds = { retail: null, member: goods.memberPrice, wholesale: goods.wholesalePrice }
      const perBase = priceAtRate(kinds[one.price] ?? goods.price, one.rate)
      expect(listPriceFor(goods, one, { ...BASE_UNIT, factor: count }).price).toBe(priceOfUnit(perBase, count))
    }),
  )
})

test('a unit’s own price of the tier’s kind comes before all others, then the rate', () => {
  fc.assert(
    fc.property(prices, unit, tier, (goods, one, who) => {
      const own = { retail: one.price, member: one.memberPrice, wholesale: one.wholesalePrice }[who.price]
      fc.pre(own !== null)
      expect(listPriceFor(goods, who, one).price).toBe(priceAtRate(own, who.rate))
    }),
  )
})

test('nobody pays more for a unit than its own retail price because of what single pieces cost them', () => {
  fc.assert(
    fc.property(prices, unit, tier, (goods, one, who) => {
      fc.pre(one.price !== null)
      const ownKind = who.price === 'member' ? one.memberPrice : one.wholesalePrice
      fc.pre(who.price === 'retail' || ownKind === null)
      expect(listPriceFor(goods, who, one).price).toBeLessThanOrEqual(priceAtRate(one.price, who.rate))
    }),
  )
})

test('a 箱 of twelve bottles at 3.50 costs 40.00 where it says so', () => {
  const bottle = { price: at(3.5), memberPrice: at(3.4), wholesalePrice: at(3) }
  const carton = { ...BASE_UNIT, factor: pieces(12), price: at(40) }
  const full = 10_000 as Rate
  expect(listPriceFor(bottle, null, carton)).toEqual({ price: at(40), from: 'list' })
  expect(listPriceFor(bottle, { price: 'member', rate: full }, carton)).toEqual({ price: at(40), from: 'list' })
  expect(listPriceFor(bottle, { price: 'wholesale', rate: full }, carton)).toEqual({ price: at(36), from: 'wholesale' })
  expect(listPriceFor(bottle, { price: 'member', rate: full }, { ...carton, memberPrice: at(38) })).toEqual({
    price: at(38),
    from: 'member',
  })
})
