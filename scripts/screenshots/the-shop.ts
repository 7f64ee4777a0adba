/** The demo shop, with what a picture wants beside its trade: an open shift, tiers, goods by weight, a printer that is off. */
import { createRouterClient } from '@orpc/server'
import type { Money, Quantity, Rate, UnitPrice } from '../../src/contract/values.ts'
import { router } from '../../src/main/api/router.ts'
import type { RunningCore } from '../../src/main/core/core.ts'
import { assortment } from '../../src/main/demo/goods.ts'

export const SCALE_CODE = 'DZ'
export const STYLE_CODE = codeOf('双面呢大衣')
const SALE = 200

export async function dressUp(core: RunningCore): Promise<void> {
  const connection = {
    device: 'screenshots',
    needsSetupCode: false,
    credential: () => ({ staffId: 1 }),
    keep: () => undefined,
  }
  const client = createRouterClient(router, { context: { core, connection } })
  let requests = 0
  const asked = () => ({ requestId: `screenshots-${String((requests += 1))}` })

  await client.drawer.open({ ...asked(), float: 30_000 as Money })
  await client.tiers.save({ ...asked(), name: '会员', price: 'member', rate: 9_500 as Rate })
  await client.tiers.save({ ...asked(), name: '批发', price: 'wholesale', rate: 10_000 as Rate })
  await client.products.create({
    ...asked(),
    code: SCALE_CODE,
    title: '散装大枣',
    kind: 'goods',
    category: '干货',
    baseUnit: '公斤',
    taxRate: 0 as Rate,
    weighed: true,
    units: [],
    skus: [
      { code: SCALE_CODE, variant: '', price: 360_000 as UnitPrice, floorPrice: null, barcodes: [], archived: false },
    ],
  })
  const { id: warehouseId } = await client.warehouses.save({ ...asked(), name: '后仓' })
  const { rows } = await client.products.list({ search: '龙井', limit: 1 })
  await client.stock.receive({
    ...{ ...asked(), kind: 'goodsReceived', supplier: '', note: '', warehouseId },
    lines: [{ skuId: rows[0]?.skuId ?? 0, quantity: 24_000 as Quantity, unitCost: 600_000 as UnitPrice }],
  })
  const printer = { name: '小票机', kind: 'network', address: '127.0.0.1:1', columns: 48, copies: 1 } as const
  const { printers, settings } = await client.printing.savePrinter({ ...asked(), ...printer, cuts: true, drawerPin: 2 })
  const receiptPrinterId = printers[0]?.id ?? null
  await client.printing.saveSettings({ ...asked(), ...settings, receiptPrinterId })
  await client.printing.reprint({ ...asked(), documentId: SALE, paper: 'receipt' })
}

function codeOf(title: string): string {
  const found = assortment().find(({ input }) => input.title === title)
  if (!found) throw new Error(`the demo shop sells no ${title}`)
  return found.input.code
}
