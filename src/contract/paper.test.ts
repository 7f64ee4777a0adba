import { expect, test } from 'vitest'
import type { PaperModel } from './documents.ts'
import { paperFigures } from './paper.ts'

const shop = { currency: 'CNY', currencyDecimals: 2, timeZone: 'Asia/Shanghai' }
const figuresOf = (kind: PaperModel['document']['kind'], over: object = {}) =>
  paperFigures({ shop: { ...shop, ...over }, document: { kind } } as PaperModel)

test('a return is booked as negative income and printed as a positive refund', () => {
  const figures = figuresOf('customerReturn')
  expect(figures.money(-17_812)).toBe('178.12')
  expect(figures.quantity(-1_500)).toBe('1.5')
  expect(figures.money(0)).toBe('0.00')
})

test('a sale prints as it is booked', () => {
  const figures = figuresOf('sale')
  expect(figures.money(123_456_789)).toBe('1,234,567.89')
  expect(figures.money(-1_980)).toBe('-19.80')
  expect(figures.currency(43_400)).toBe('¥434.00')
  expect(figures.price(12_345)).toBe('1.2345')
  expect(figures.price(1_280_000)).toBe('128.00')
})

test('a currency without decimals has none on paper', () => {
  expect(figuresOf('sale', { currency: 'TWD', currencyDecimals: 0 }).currency(12_000)).toBe('NT$12,000')
})

test("the time is the shop's own, wherever the screen stands", () => {
  expect(figuresOf('sale').time(Date.UTC(2026, 10, 21, 18, 5))).toBe('2026-11-22 02:05')
})
