/** The kinds that the contract names are those that the database takes, of documents and of movements. */
import { expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../../../contract/documents.ts'
import { movement } from '../../../contract/stock.ts'
import { aShop } from '../../testing/a-shop.ts'
import { movementKinds } from '../stock/tables.ts'
import { documentKinds } from './tables.ts'

const { db } = aShop()
const sorted = (kinds: readonly string[]) => [...kinds].sort()

test('every kind of document', () => {
  const rows = db.select().from(documentKinds).all()
  expect(sorted(rows.map(({ kind }) => kind))).toEqual(sorted(DOCUMENT_KINDS))
})

test('every kind of movement, but those of documents that move nothing', () => {
  const rows = db.select().from(movementKinds).all()
  const moneyAlone = ['debtCollection', 'openingBalance']
  const named = movement.shape.kind.options.filter((kind) => !moneyAlone.includes(kind))
  expect(sorted(rows.map(({ kind }) => kind))).toEqual(sorted(named))
})
