/** A shop with people in it: a clerk at the counter, a manager near by, and what the clerk's day is made of. */
import type { Page } from 'playwright-core'
import type { CounterScreen } from './counter.ts'
import { stocked } from './goods.ts'
import { rid, type Client } from './shop.ts'

export const CLERK = { name: '小林', password: 'a long one' }
export const MANAGER = '王姐'
export const PIN = '2468'
export const REGULAR = '陈老板'

/** Nine goods with barcodes, tea by weight, a coat in two colours and two sizes, and a regular who owes 200. */
export async function aBusyShop(client: Client) {
  const { id: clerkId } = await client.staff.create({ requestId: rid(), role: 'clerk', ...CLERK })
  const manager = { name: MANAGER, role: 'manager' as const, password: 'another long one' }
  const { id: managerId } = await client.staff.create({ requestId: rid(), ...manager })
  for (const staffId of [clerkId, managerId]) await client.staff.setPin({ requestId: rid(), staffId, pin: PIN })
  const goods = await stocked(client)
  const plain = { kind: 'goods' as const, category: '', taxRate: 0, units: [] }
  const loose = await client.products.create({
    ...{ ...plain, requestId: rid(), code: 'DHP', title: '大红袍', baseUnit: '公斤', weighed: true },
    skus: [{ code: 'DHP', variant: '', price: 3_000_000, floorPrice: null, barcodes: [] }],
  })
  const cells = ['藏青', '驼色'].flatMap((colour) => ['M', 'L'].map((size) => ({ colour, size })))
  const coat = await client.products.create({
    ...{ ...plain, requestId: rid(), code: 'DY', title: '羊毛大衣', baseUnit: '件' },
    skus: cells.map((cell, at) => ({
      ...{ code: `DY-${String(at + 1)}`, variant: '', price: 8_990_000, floorPrice: null, barcodes: [] },
      ...cell,
    })),
  })
  await client.stock.receive({
    ...{ requestId: rid(), kind: 'openingStock', supplier: '', note: '' },
    lines: [...loose.skus, ...coat.skus].map(({ id }) => ({ skuId: id, quantity: 9_000, unitCost: 1_000_000 })),
  })
  const { id: tierId } = await client.tiers.save({ requestId: rid(), name: '老客', price: 'member', rate: 9_000 })
  const { id: customerId } = await client.customers.create({
    ...{ requestId: rid(), code: '', name: REGULAR, phone: '13800138888', address: '', note: '', creditLimit: null },
    tierId,
  })
  await client.customers.openingBalance({ requestId: rid(), customerId, owed: 20_000 })
  return { barcode: (at: number) => goods[at]?.barcode ?? '', customerId }
}

/** Tab, as often as it takes: what no Tab reaches does not exist for a keyboard. */
export async function tabTo(page: Page, role: 'button' | 'textbox' | 'link', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first()
  await wanted.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${String(name)}`)
}

const MOST_TABS = 120

/** The manager comes and types a PIN, for each of these permissions in turn. */
export async function allowed(counter: CounterScreen, page: Page, permissions: readonly string[]): Promise<void> {
  for (const permission of permissions) {
    const prompt = page.getByRole('region', { name: '店长授权' })
    await prompt.getByText(`「${permission}」需要店长授权`).waitFor()
    await prompt.getByRole('combobox', { name: '谁来授权' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'PIN 码')
    await counter.type(PIN)
    await counter.press('Enter')
  }
}
