import { expect, test } from 'vitest'
import { placeOn, readPlace } from './window-place.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1000 }
const place = { bounds: { x: 100, y: 80, width: 1200, height: 800 }, maximised: false }

test('a window that was never open stands in the middle of the main screen', () => {
  expect(placeOn([main, right], null)).toEqual({
    bounds: { x: 277, y: 156, width: 1366, height: 728 },
    maximised: false,
  })
})

test('a first window is no larger than a small screen', () => {
  const { bounds } = placeOn([{ x: 0, y: 0, width: 1024, height: 700 }], null)
  expect(bounds).toEqual({ x: 0, y: 0, width: 1024, height: 700 })
})

test('a window opens where it was, on whichever screen', () => {
  expect(placeOn([main, right], place)).toEqual(place)
  const onRight = { bounds: { ...place.bounds, x: 1950 }, maximised: true }
  expect(placeOn([main, right], onRight)).toEqual(onRight)
})

test.each([
  ['whose screen was unplugged', { x: 1950, y: 80 }],
  ['whose title bar is above the screen', { x: 100, y: -300 }],
  ['whose title bar is below the screen', { x: 100, y: 1030 }],
  ['of which only an edge would show', { x: 1880, y: 80 }],
  ['of which only the other edge would show', { x: -1150, y: 80 }],
])('a window %s comes back to the main screen', (_where, at) => {
  const { bounds } = placeOn([main], { ...place, bounds: { ...place.bounds, ...at } })
  expect(bounds).toEqual({ x: 360, y: 120, width: 1200, height: 800 })
})

test('a window that hangs over an edge stays there while it can be moved', () => {
  const hanging = { ...place, bounds: { ...place.bounds, x: -400 } }
  expect(placeOn([main], hanging)).toEqual(hanging)
})

test('a window shrinks with its screen, and never below what a screen needs', () => {
  const small = { x: 0, y: 0, width: 1024, height: 700 }
  expect(placeOn([small], place).bounds).toEqual({ x: 100, y: 80, width: 1024, height: 700 })
  expect(placeOn([main], { ...place, bounds: { x: 0, y: 0, width: 200, height: 10 } }).bounds).toEqual({
    x: 0,
    y: 0,
    width: 800,
    height: 560,
  })
})

test('a place is read as it was written', () => {
  expect(readPlace(JSON.stringify(place))).toEqual(place)
})

test.each([
  ['', 'null', '[]', '{"bounds":{}}', '{"maximised":true}', JSON.stringify(place).slice(0, 20)],
  [JSON.stringify({ ...place, bounds: { ...place.bounds, x: 'left' } })],
  [JSON.stringify({ ...place, bounds: { ...place.bounds, width: 0 } })],
  [JSON.stringify({ ...place, bounds: { ...place.bounds, y: 0.5 } })],
])('what is no place is forgotten', (...texts) => {
  expect(texts.map(readPlace)).toEqual(texts.map(() => null))
})
