import { expect, test } from 'vitest'
import { rank } from './rank.ts'

const ITEMS = [
  { id: 'counter', label: '收银', also: 'sy syt pos' },
  { id: 'stock', label: '库存', also: 'kc' },
  { id: 'receive', label: '进货入库', also: 'jhrk jh' },
  { id: 'newProduct', label: '新建商品', also: 'xjsp' },
]
const found = (typed: string, recent: string[] = []) => rank(ITEMS, typed, recent).map(({ id }) => id)

test('things are found by a part of their name and by pinyin initials', () => {
  expect(found('库')).toEqual(['stock', 'receive'])
  expect(found('SY')).toEqual(['counter'])
  expect(found('jh')).toEqual(['receive'])
  expect(found('qq')).toEqual([])
})

test('a name that begins with it comes before one that only holds it', () => {
  expect(found('库')[0]).toBe('stock')
})

test('what was used last comes first, before anything is typed and among equals', () => {
  expect(found('', ['receive', 'stock'])).toEqual(['receive', 'stock', 'counter', 'newProduct'])
  expect(found('库', ['receive'])).toEqual(['stock', 'receive'])
})

test('every word has to fit', () => {
  expect(found('新 库')).toEqual([])
  expect(found('新建 xj')).toEqual(['newProduct'])
})
