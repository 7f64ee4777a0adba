/** An insert for each table that the generator fills. */
import type Database from 'better-sqlite3'
import { commandPayloads, commands } from '../../src/main/domain/audit/tables.ts'
import { customers, customerSearch } from '../../src/main/domain/customers/tables.ts'
import { documentLines, documents, numberSeries } from '../../src/main/domain/documents/tables.ts'
import { shifts } from '../../src/main/domain/drawer/tables.ts'
import { accountEntries, customerAccounts, payments } from '../../src/main/domain/payments/tables.ts'
import { barcodes, products, productSearch, skus } from '../../src/main/domain/products/tables.ts'
import { staff } from '../../src/main/domain/staff/tables.ts'
import { stockLevels, stockMovements, stockValues } from '../../src/main/domain/stock/tables.ts'
import { inserter } from './rows.ts'

export type Tables = ReturnType<typeof insertersFor>

export function insertersFor(sqlite: Database.Database) {
  return {
    staff: inserter(sqlite, staff),
    products: inserter(sqlite, products),
    skus: inserter(sqlite, skus),
    barcodes: inserter(sqlite, barcodes),
    productSearch: inserter(sqlite, productSearch),
    customers: inserter(sqlite, customers),
    customerSearch: inserter(sqlite, customerSearch),
    documents: inserter(sqlite, documents),
    documentLines: inserter(sqlite, documentLines),
    stockMovements: inserter(sqlite, stockMovements),
    stockLevels: inserter(sqlite, stockLevels),
    stockValues: inserter(sqlite, stockValues),
    shifts: inserter(sqlite, shifts),
    closeShift: inserter(sqlite, shifts, 'REPLACE'),
    payments: inserter(sqlite, payments),
    accountEntries: inserter(sqlite, accountEntries),
    customerAccounts: inserter(sqlite, customerAccounts),
    numberSeries: inserter(sqlite, numberSeries),
    commands: inserter(sqlite, commands),
    commandPayloads: inserter(sqlite, commandPayloads),
  }
}
