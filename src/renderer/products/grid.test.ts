import { expect, test } from 'vitest'
import { emptySku, pricesOf } from './draft.ts'
import { filledDown, gridded, namesIn } from './grid.ts'

test('names are told apart by commas, spaces and 、, and each counts once', () => {
  expect(namesIn('藏青、驼色,米白 藏青，')).toEqual(['藏青', '驼色', '米白'])
  expect(namesIn('Ｓ Ｍ')).toEqual(['S', 'M'])
  expect(namesIn('  ')).toEqual([])
})

test('colours × sizes make a variant each, with code and price, in the room of an empty one', () => {
  const made = gridded([emptySku(8_990_000)], 'DY', ['藏青', '驼色'], ['M', 'L'])
  expect(made.map(({ colour, size, code, price }) => [colour, size, code, price])).toEqual([
    ['藏青', 'M', 'DY-藏青-M', 8_990_000],
    ['藏青', 'L', 'DY-藏青-L', 8_990_000],
    ['驼色', 'M', 'DY-驼色-M', 8_990_000],
    ['驼色', 'L', 'DY-驼色-L', 8_990_000],
  ])
})

test('what is there already stays as it is, and only what is missing is made', () => {
  const before = { ...emptySku(10_000), id: 7, colour: '藏青', size: 'M', code: 'OWN' }
  const made = gridded([before], 'DY', ['藏青'], ['M', 'L'])
  expect(made[0]).toEqual(before)
  expect(made.map(({ code }) => code)).toEqual(['OWN', 'DY-藏青-L'])
})

test('the only variant of a product that is sold already keeps its code and its stock', () => {
  const [first] = gridded([{ ...emptySku(10_000), id: 7 }], 'DY', [], ['均码'])
  expect(first).toMatchObject({ id: 7, code: 'DY' })
})

test('a product of sizes alone, or of colours alone, is one row', () => {
  expect(gridded([emptySku()], 'T', [], ['110', '120']).map(({ code }) => code)).toEqual(['T-110', 'T-120'])
  expect(gridded([emptySku()], 'T', ['红'], []).map(({ code }) => code)).toEqual(['T-红'])
})

test("the first variant's prices are filled down, also those of members and on the tag", () => {
  const first = { price: 10_000, floorPrice: 7_000, memberPrice: 9_000, wholesalePrice: 8_000, tagPrice: 12_000 }
  const priced = filledDown([{ ...emptySku(), ...first }, emptySku(), emptySku(5)])
  expect(priced.map(pricesOf)).toEqual([first, first, first])
})
