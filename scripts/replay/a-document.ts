/** Documents of the file for tests. */
import type { Quantity, UnitPrice } from '../../src/contract/values.ts'
import type { SourceDocument, SourceLine } from './source.ts'

/** @param price in pounds */
export function aLine(code: string, pieces: number, price = 1, rest: Partial<SourceLine> = {}): SourceLine {
  const quantity = (pieces * 1_000) as Quantity
  return {
    code,
    description: `A ${code}`,
    quantity,
    price: Math.round(price * 10_000) as UnitPrice,
    beyond: null,
    ...rest,
  }
}

export function aDocument(
  number: string,
  lines: readonly SourceLine[],
  rest: Partial<SourceDocument> = {},
): SourceDocument {
  return { number, customer: '17850', localTime: '2011-02-01 09:00:00', lines, ...rest }
}
