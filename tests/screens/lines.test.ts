/** What one line can have of its own: its unit, and who served it. */
import { expect } from 'vitest'
import { counterOn, WORDS } from './counter.ts'
import { withOpenShift } from './goods.ts'
import { openAt, owner, rid, screenTest } from './shop.ts'

const BARCODE = '6901234567892'

screenTest(
  'a line is sold by the carton and was served by another than the sale, by keys alone',
  {},
  async (screen) => {
    const { page } = screen
    const client = await owner(screen)
    const sku = {
      code: 'W1',
      variant: '',
      price: 35_000,
      floorPrice: null,
      barcodes: [{ barcode: BARCODE, unit: '瓶' }],
    }
    const product = { code: 'W1', title: '苏打水', category: '', baseUnit: '瓶', taxRate: 1_300 } as const
    const units = [{ name: '箱', factor: 24_000 }]
    await client.products.create({ requestId: rid(), ...product, kind: 'goods', units, skus: [sku] })
    await client.staff.create({ requestId: rid(), name: '营业员', role: 'clerk', password: 'another password' })
    await withOpenShift(client)
    await openAt(screen, '/counter')
    const counter = await counterOn(page)

    await counter.scan(BARCODE)
    await counter.has(1, '3.50')
    await counter.type('*')
    await page.getByText('苏打水 · 瓶').waitFor()
    await counter.press('ArrowDown')
    await page.getByText('苏打水 · 箱').waitFor()
    await counter.type('2')
    await counter.press('Enter')
    await counter.has(1, '168.00')
    await counter.type('*')
    const choices = page.getByRole('group', { name: WORDS.unitOf })
    await choices.getByRole('button', { name: '瓶' }).click()
    await page.getByText('苏打水 · 瓶').waitFor()
    await choices.getByRole('button', { name: '箱' }).click()
    await counter.press('Escape')
    await choices.waitFor({ state: 'detached' })
    await counter.has(1, '168.00')

    await counter.press('Alt+E')
    const sellers = page.getByRole('region', { name: WORDS.do.seller })
    await sellers.getByRole('option', { name: '营业员' }).waitFor()
    await counter.press('ArrowRight')
    await counter.press('ArrowDown')
    await counter.press('Enter')
    await page.getByText(WORDS.servedBy.replace('{name}', '营业员')).waitFor()
    await counter.press('Enter')
    await counter.press('Enter')
    await counter.done()

    const [row] = (await client.documents.list({ kind: 'sale' })).rows
    const sale = await client.documents.get({ documentId: row?.id ?? 0 })
    expect(sale).toMatchObject({ total: 16_800, salespersonId: null })
    expect(sale.lines).toMatchObject([{ unit: '箱', quantity: 2_000, salespersonName: '营业员' }])
  },
)
