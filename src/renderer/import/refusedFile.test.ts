import { expect, test } from 'vitest'
import { refusedFile } from './refusedFile.ts'

test('the rows left out keep their cells, with the reason behind them', () => {
  const row = {
    row: 3,
    code: 'NAME_MISSING',
    facts: {},
    why: '没有名称',
    cells: ['A1', '', '6900000000011', '=1+1', 'a"b'],
  }
  const text = refusedFile({ row: '行号', reason: '原因', columns: ['货号', '品名', '条码', '备注', '规格'] }, [row])
  expect(text).toBe('\ufeff货号,品名,条码,备注,规格,行号,原因\r\nA1,,"=""6900000000011""",\'=1+1,"a""b",3,没有名称\r\n')
})
