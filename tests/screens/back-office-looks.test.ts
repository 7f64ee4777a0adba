/** What every screen behind the counter must look like, whatever the device. */
import { expect } from 'vitest'
import en from '../../src/renderer/locales/en.ts'
import zhCN from '../../src/renderer/locales/zh-CN.ts'
import zhTW from '../../src/renderer/locales/zh-TW.ts'
import { cut, outside, sideways, unreadable } from './seeing.ts'
import { openAt, owner, rid, screenTest, type Client, type Look, type Screen } from './shop.ts'
import { someTrade } from './trade.ts'

const WORDS = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }
type Language = keyof typeof WORDS

const SIZES: readonly Look[] = [
  { width: 1366, height: 650 },
  { width: 1280, height: 640 },
  { width: 1024, height: 700 },
  { width: 390, height: 844, touch: true },
]
/** Chinese at each size, the other languages where there is least room. */
const LOOKS: readonly (Look & { language: Language })[] = [
  ...SIZES.map((size) => ({ ...size, language: 'zh-CN' as const })),
  ...SIZES.slice(2).flatMap((size) => (['zh-TW', 'en'] as const).map((language) => ({ ...size, language }))),
]

/** A printer that is not there, so that papers wait with their reason. */
async function aDeafPrinter(client: Client): Promise<void> {
  await client.printing.savePrinter({
    requestId: rid(),
    name: '收银台',
    kind: 'network',
    address: '127.0.0.1:1',
    columns: 48,
    cuts: true,
    drawerPin: 2,
    copies: 1,
  })
}

/** Every screen with something on it, and what to wait for there. */
async function placesOf(screen: Screen, t: (typeof WORDS)[Language]): Promise<readonly (readonly [string, string])[]> {
  const client = await owner(screen)
  await aDeafPrinter(client)
  await client.warehouses.save({ requestId: rid(), name: '仓库二' })
  const { cash, customerId, goods } = await someTrade(client)
  const skuId = goods[0]?.skuId ?? 0
  const [row] = (await client.products.list({ search: 'A101' })).rows
  const [clerk] = await client.staff.list({})
  return [
    ['/documents', cash.number],
    [`/documents/${cash.id}`, '66.00'],
    ['/products', '龙井茶'],
    [`/products/${row?.productId ?? 0}`, t.products.addVariant],
    ['/products/new', t.products.addVariant],
    [`/labels?product=${row?.productId ?? 0}`, '128.00'],
    ['/customers', '777.00'],
    [`/customers/${customerId}`, t.customers.creditLimit],
    ['/customers/new', t.customers.creditLimit],
    ['/customers/tiers', t.customers.newTier],
    ['/labels', t.labels.empty],
    ['/stock', '龙井茶'],
    [`/stock/${skuId}`, t.stock.movements],
    ['/stock/adjust', t.stock.reasons.writeOff],
    ['/stock/receive', t.stock.supplier],
    ['/stock/transfer', t.stock.bookTransfer],
    ['/stock/warehouses', t.stock.mainWarehouse],
    ['/shift', t.dayEnd.title],
    ['/day-end', t.dayEnd.confirm],
    ['/print/dayEnd', t.common.back],
    ['/sensitive', t.sensitiveKind.discounted],
    ['/staff', t.staff.roles],
    [`/staff/${clerk?.id ?? 0}`, t.staff.setPassword],
    ['/staff/roles', t.permission.customers.reveal],
    ['/settings', t.settings.receiptFooter],
    ['/settings/printers', cash.number],
    ['/printing', cash.number],
    ['/import', t.imports.choose],
    ['/keys', t.keys.how],
    ['/guide', '第一天'],
    ['/pin', t.common.save],
    ['/password', t.common.save],
    ['/audit', t.command.setup.openShop],
  ]
}

async function tour(screen: Screen, language: Language, look: (path: string) => Promise<void>): Promise<void> {
  const { page } = screen
  const places = await placesOf(screen, WORDS[language])
  await openAt(screen, '/documents')
  await page.locator('tbody tr').first().waitFor()
  for (const [path, word] of places) {
    await page.evaluate((hash) => (location.hash = hash), path)
    await page.waitForURL(`**/#${path}`)
    await page.getByText(word).filter({ visible: true }).first().waitFor()
    await look(path)
  }
}

for (const look of LOOKS) {
  screenTest(
    `no screen scrolls sideways or cuts a word at ${look.width ?? 0} with large text in ${look.language}`,
    { ...look, textSize: 150 },
    async (screen) => {
      const found: Record<string, string[]> = {}
      await tour(screen, look.language, async (path) => {
        const { page } = screen
        const faults = [...(await sideways(page)), ...(await outside(page)), ...(await cut(page))]
        if (faults.length > 0) found[path] = faults
      })
      expect(found).toEqual({})
    },
  )
}

for (const dark of [false, true]) {
  screenTest(
    `${dark ? 'dark' : 'light'} screens behind the counter can be read and named`,
    { dark },
    async (screen) => {
      const found: Record<string, string[]> = {}
      await tour(screen, 'zh-CN', async (path) => {
        const faults = await unreadable(screen.page)
        if (faults.length > 0) found[path] = faults
      })
      expect(found).toEqual({})
    },
  )
}
