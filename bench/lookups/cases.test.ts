import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWriter } from '../../src/main/database/connection.ts'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { aShop, clientOf, connectionAs, MIGRATIONS } from '../../src/main/testing/a-shop.ts'
import { generateShop } from '../generate/shop.ts'
import { CASES } from './cases.ts'
import { samplesOf } from './samples.ts'

test('every lookup asks what the shop can answer', async () => {
  const shop = aShop()
  const file = join(aFolder(), 'shop.db')
  const size = { orders: 300, products: 300, customers: 150, days: 3 }
  generateShop({ file, migrations: MIGRATIONS, size, seed: 2, passwordHash: 'unused' })
  const writer = openWriter(file)
  const opened = { ...shop.opened, writer }
  const client = clientOf({ ...shop.core, opened: () => opened }, connectionAs(1))
  const samples = samplesOf(writer.sqlite)
  for (const [name, ask] of Object.entries(CASES)) {
    for (let at = 0; at < 5; at += 1) await expect(ask(client, samples), name).resolves.toBeDefined()
  }
  writer.close()
})
