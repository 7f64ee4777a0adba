import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { milligramsIn } from '../../contract/weights.ts'
import { microgramsIn, netQuantity, unitsFor } from './weighing.ts'

const weigh = (gross: string, unit: string, base: string, tare = '', system: 'mainland' | 'taiwan' = 'mainland') =>
  netQuantity({ gross, tare, unit, tareUnit: system === 'taiwan' ? '公克' : '克' }, base, system)

describe('what is weighed is sold in the product’s own unit', () => {
  test.each([
    ['3', '斤', '公斤', 1_500],
    ['1', '公斤', '斤', 2_000],
    ['2', '两', '斤', 200],
    ['1斤2两', '克', '斤', 1_200],
    ['1斤2两', '克', '公斤', 600],
    ['３．５', '斤', '斤', 3_500],
    ['50', '克', '克', 50_000],
    ['0.5', '克', '公斤', 1],
  ])('%s %s of goods sold by the %s', (gross, unit, base, quantity) => {
    expect(weigh(gross, unit, base)).toBe(quantity)
  })

  test('in Taiwan a 台斤 is 600 g and a 兩 37.5 g', () => {
    expect(weigh('1', '台斤', '公斤', '', 'taiwan')).toBe(600)
    expect(weigh('1', '兩', '公克', '', 'taiwan')).toBe(37_500)
    expect(weigh('16', '兩', '斤', '', 'taiwan')).toBe(1_000)
  })

  test.each([
    ['', '斤', '斤', ''],
    ['0', '斤', '斤', ''],
    ['1', '斤', '斤', '500'],
    ['1', '斤', '斤', '501'],
    ['1.2.3', '斤', '斤', ''],
    ['1斤2', '斤', '斤', ''],
    ['-1', '斤', '斤', ''],
    ['1盒', '斤', '斤', ''],
    ['1', '斤', '盒', ''],
    ['1', '斤', '斤', 'x'],
    ['0.2', '克', '公斤', ''],
  ])('%s %s of %s less %s is nothing to sell', (gross, unit, base, tare) => {
    expect(weigh(gross, unit, base, tare)).toBeNull()
  })
})

test('goods that are counted have no weight, and others their own unit first', () => {
  expect(unitsFor('盒', 'mainland')).toEqual([])
  expect(unitsFor('公斤', 'mainland')).toEqual(['公斤', '斤', '两', '克'])
  expect(unitsFor('斤', 'taiwan')).toEqual(['斤', '兩', '公克', '公斤'])
})

const unit = fc.constantFrom('斤', '两', '克', '公斤')
const thousandths = fc.integer({ min: 1, max: 10_000_000 })
const said = (value: number) => (value / 1_000).toFixed(3)

test('a weight in one unit, less its container in another, is right to half a thousandth of the third', () => {
  fc.assert(
    fc.property(thousandths, unit, fc.nat(5_000_000), unit, (gross, grossUnit, tare, base) => {
      const mg = (name: string) => BigInt(milligramsIn(name, 'mainland') ?? 0)
      const net = BigInt(gross) * mg(grossUnit) - BigInt(tare) * mg('克')
      const sold = weigh(said(gross), grossUnit, base, said(tare))
      if (sold === null) expect(2n * net < mg(base)).toBe(true)
      else
        expect(
          2n * (BigInt(sold) * mg(base) - net) <= mg(base) && 2n * (net - BigInt(sold) * mg(base)) <= mg(base),
        ).toBe(true)
    }),
  )
})

test('a weight in the product’s own unit is sold as it was typed', () => {
  fc.assert(
    fc.property(thousandths, unit, (gross, base) => {
      expect(weigh(said(gross), base, base)).toBe(gross)
    }),
  )
})

test('jin and liang add up to what they are in grams', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(9), (jin, liang) => {
      const grams = microgramsIn(String(jin * 500 + liang * 50), '克', 'mainland')
      expect(microgramsIn(`${jin}斤${liang}两`, '克', 'mainland')).toBe(grams)
    }),
  )
})
