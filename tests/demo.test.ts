import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReader, type Reader } from '../src/main/database/connection.ts'
import { checkShop } from '../src/main/domain/audit/check.ts'
import { staffByNameKey } from '../src/main/domain/staff/people.ts'
import { passwordFits } from '../src/main/domain/staff/passwords.ts'
import { MIGRATIONS } from '../src/main/testing/a-shop.ts'
import { busyness, dateOf, daysFromNewYear } from '../src/main/demo/calendar.ts'
import { OWNER, PASSWORD } from '../src/main/demo/people.ts'
import { writeDemoShop } from '../src/main/demo/write.ts'

describe('the demo shop', () => {
  const folders: string[] = []
  let shop: Reader

  async function aDemoShop(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'guitai-demo-'))
    folders.push(folder)
    await writeDemoShop({ folder, migrations: MIGRATIONS, until: '2026-03-01', days: 30 })
    return join(folder, 'shop.db')
  }

  beforeAll(async () => {
    shop = openReader(await aDemoShop())
  })
  afterAll(() => {
    shop.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  const one = (sql: string) => shop.sqlite.prepare(sql).pluck().get()

  test('a month of it satisfies every invariant', () => {
    expect(checkShop(shop).filter(({ holds }) => !holds)).toEqual([])
  })

  test('every kind of trade happens in it, and ends the day before', () => {
    const kinds = shop.sqlite.prepare('SELECT DISTINCT kind FROM documents ORDER BY kind').pluck().all()
    expect(kinds).toEqual(['adjustment', 'customerReturn', 'goodsReceived', 'openingStock', 'sale'])
    expect(one('SELECT count(DISTINCT tender) FROM payments')).toBe(6)
    expect(one('SELECT max(business_day) FROM documents')).toBe('2026-02-28')
    expect(one('SELECT count(*) FROM shifts WHERE closed_at IS NULL')).toBe(0)
    expect(one(`SELECT count(*) FROM documents WHERE kind = 'sale'`)).toBeGreaterThan(600)
  })

  test('its barcodes are of the range for use inside a shop, with right check digits', () => {
    const barcodes = shop.sqlite.prepare('SELECT barcode FROM barcodes').pluck().all() as string[]
    expect(barcodes.length).toBeGreaterThan(200)
    for (const barcode of barcodes) expect(barcode).toMatch(/^2\d{12}$/)
    expect(barcodes.filter((barcode) => weighedSum(barcode) % 10 !== 0)).toEqual([])
  })

  test('its owner signs in with the printed password', async () => {
    const stored = staffByNameKey(shop.db, OWNER)?.passwordHash
    expect(await passwordFits(PASSWORD, stored)).toBe(true)
  })

  test('it is the same in every run', async () => {
    const again = openReader(await aDemoShop())
    const digests = [digestOf(shop), digestOf(again)]
    again.close()
    expect(digests[0]).toBe(digests[1])
  })
})

test('the demo shop is shut around the new year of 2026 and busy on 双11', () => {
  expect(daysFromNewYear(dateOf('2026-02-17'))).toBe(0)
  expect(busyness(dateOf('2026-02-17'))).toBe(0)
  expect(busyness(dateOf('2026-11-11'))).toBeGreaterThan(busyness(dateOf('2026-11-18')) * 1.5)
})

/** Every row of every table, in the order in which they lie there. */
function digestOf({ sqlite }: Reader): string {
  const digest = createHash('sha256')
  const tables = sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all()
  for (const table of tables as string[]) {
    for (const row of sqlite.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
      digest.update(JSON.stringify(row))
    }
  }
  return digest.digest('hex')
}

function weighedSum(barcode: string): number {
  return [...barcode].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
}
