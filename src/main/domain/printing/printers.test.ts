import { expect, test } from 'vitest'
import type { PrinterFields } from '../../../contract/printing.ts'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

const fields: PrinterFields = {
  ...{ name: '收银台', kind: 'network', address: '192.168.1.50', columns: 48, cuts: true, drawerPin: 2, copies: 1 },
  ...{ asImage: false, asksStatus: true },
}

test('the first printer prints the receipts, until the owner says otherwise', async () => {
  const { client, rid } = aShop()
  expect(await client.printing.printers({})).toEqual({
    printers: [],
    settings: { receiptPrinterId: null, receiptMode: 'always', kicksOnCash: true, language: 'zh-CN' },
  })
  await client.printing.savePrinter({ requestId: rid(), ...fields })
  const { printers, settings } = await client.printing.savePrinter({ requestId: rid(), ...fields, name: '后厨' })
  expect(printers.map(({ name, last }) => [name, last])).toEqual([
    ['收银台', null],
    ['后厨', null],
  ])
  expect(settings.receiptPrinterId).toBe(printers[0]?.id)
  const changed = { ...settings, receiptPrinterId: printers[1]?.id ?? 0, receiptMode: 'never' as const }
  expect((await client.printing.saveSettings({ requestId: rid(), ...changed })).settings).toEqual(changed)
})

test.each([
  [{ address: 'not a host' }, 'PRINTER_HOST_INVALID'],
  [{ address: 'host:99999' }, 'PRINTER_HOST_INVALID'],
  [{ kind: 'device', address: '/home/shop/shop.db' }, 'PRINTER_DEVICE_INVALID'],
  [{ kind: 'device', address: '/dev/../etc/passwd' }, 'PRINTER_DEVICE_INVALID'],
  [{ kind: 'device', address: '/dev/fd' }, 'PRINTER_DEVICE_ORDINARY'],
  [{ kind: 'system', address: 'Office' }, 'SYSTEM_PRINTERS_UNAVAILABLE'],
  [{ printerId: 999 }, 'PRINTER_NOT_FOUND'],
] as const)('%j is refused', async (over, code) => {
  const { client, rid } = aShop()
  await expect(client.printing.savePrinter({ requestId: rid(), ...fields, ...over })).rejects.toMatchObject({ code })
  expect((await client.printing.printers({})).printers).toEqual([])
})

test('a printer that is unplugged now can be set up all the same', async () => {
  const { client, rid } = aShop()
  const { printers } = await client.printing.savePrinter({
    ...{ ...fields, kind: 'device', address: '/dev/usb/lp99' },
    requestId: rid(),
  })
  expect(printers).toHaveLength(1)
})

test('settings are for who may edit them; papers for who sees documents', async () => {
  const shop = aShop()
  const clerk = shop.as('clerk')
  await expect(clerk.printing.printers({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await clerk.printing.jobs({})).toEqual({ rows: [], next: null })
})

test('every list of papers reads an index, and stops at its limit', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 5)
  await t.openShift()
  const plans = await plansOf(shop, async () => {
    await shop.client.printing.savePrinter({ requestId: shop.rid(), ...fields, address: '127.0.0.1:1' })
    const { id: documentId } = await t.sell([t.item(tea, 1)])
    for (const needsSomeone of [true, false])
      for (const of of [{}, { documentId }]) await shop.client.printing.jobs({ needsSomeone, ...of })
    await shop.client.printing.printers({})
    await shop.opened.printers.idle()
  })
  const bad = plans.filter((plan) => /SCAN print_jobs(?! USING)|TEMP B-TREE FOR ORDER/.test(plan))
  expect(bad).toEqual([])
  expect(plans.filter((plan) => plan.includes('print_jobs')).join('\n')).toMatch(
    /print_jobs_waiting[^]*print_jobs_printing/,
  )
  expect(plans.join('\n')).toMatch(/print_jobs_needing_someone/)
  expect(plans.join('\n')).toMatch(/print_jobs_by_document/)
  expect(plans.join('\n')).toMatch(/print_jobs_by_printer/)
})
