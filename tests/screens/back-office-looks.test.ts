/** What every screen behind the counter must look like, whatever the device. */
import { expect } from 'vitest'
import { sideways, unreadable } from './seeing.ts'
import { openAt, owner, screenTest, type Look, type Screen } from './shop.ts'
import { someTrade } from './trade.ts'

const SIZES: readonly Look[] = [
  { width: 1366, height: 650 },
  { width: 1280, height: 640 },
  { width: 1024, height: 700 },
  { width: 390, height: 844, touch: true },
]

/** Every screen with something on it, and what to wait for there. */
async function tour(screen: Screen, look: (path: string) => Promise<void>): Promise<void> {
  const client = await owner(screen)
  const { cash, customerId, goods } = await someTrade(client)
  const skuId = goods[0]?.skuId ?? 0
  const [row] = (await client.products.list({ search: 'A101' })).rows
  const [clerk] = await client.staff.list({})
  const places = [
    ['/documents', cash.number],
    [`/documents/${cash.id}`, '找零'],
    ['/products', '龙井茶'],
    [`/products/${row?.productId ?? 0}`, '添加规格'],
    ['/products/new', '添加规格'],
    [`/labels?product=${row?.productId ?? 0}`, '128.00'],
    ['/customers', '777.00'],
    [`/customers/${customerId}`, '欠款额度'],
    ['/customers/new', '欠款额度'],
    ['/customers/tiers', '新建等级'],
    ['/stock', '龙井茶'],
    [`/stock/${skuId}`, '库存流水'],
    ['/stock/adjust', '报损'],
    ['/stock/receive', '供应商'],
    ['/staff', '角色权限'],
    [`/staff/${clerk?.id ?? 0}`, '重设密码'],
    ['/staff/roles', '显示完整电话和地址'],
    ['/settings', '小票结尾'],
    ['/audit', '开店'],
  ] as const
  await openAt(screen, '/documents')
  for (const [path, word] of places) {
    await screen.page.getByText(cash.number).or(screen.page.getByRole('main')).first().waitFor()
    await screen.page.evaluate((hash) => (location.hash = hash), path)
    await screen.page.waitForURL(`**/#${path}`)
    await screen.page.getByText(word).filter({ visible: true }).first().waitFor()
    await look(path)
  }
}

for (const size of SIZES) {
  screenTest(
    `no screen scrolls sideways at ${size.width ?? 0} with large text`,
    { ...size, textSize: 150 },
    async (screen) => {
      await tour(screen, async (path) => expect(await sideways(screen.page), path).toEqual([]))
    },
  )
}

for (const dark of [false, true]) {
  screenTest(
    `${dark ? 'dark' : 'light'} screens behind the counter can be read and named`,
    { dark },
    async (screen) => {
      await tour(screen, async (path) => expect(await unreadable(screen.page), path).toEqual([]))
    },
  )
}
