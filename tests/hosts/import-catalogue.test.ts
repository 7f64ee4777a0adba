/** A real catalogue of 3,497 cosmetics, with the names that a shop gives its goods. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aShop } from '../../src/main/testing/a-shop.ts'
import { bringIn } from '../../src/main/testing/importing.ts'

const CATALOGUE = join(import.meta.dirname, '../../../shared/data/catalogue/cosmetics-zh.csv.gz')
const ABSENT = 'needs ../shared/data/catalogue, which is not here'

test('a real catalogue comes in, and once', { timeout: 60_000 }, async (context) => {
  if (!existsSync(CATALOGUE)) context.skip(ABSENT)
  const shop = aShop()
  const file = gunzipSync(readFileSync(CATALOGUE))
  const { counts, rowCount } = await bringIn(shop.client, 'products', file)
  expect(counts.created + counts.refused).toBeGreaterThan(0.99 * rowCount)
  expect(counts.refused).toBeLessThan(0.01 * rowCount)
  expect((await bringIn(shop.client, 'products', file)).counts).toMatchObject({ created: 0, changed: 0 })
})
