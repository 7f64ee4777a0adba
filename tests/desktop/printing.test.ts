/** Paper and PDF from what a window shows. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Bitmap } from '../../src/main/printing/bitmap.ts'
import { aPrinter } from '../../src/main/testing/a-printer.ts'
import { sellTea } from './harness/a-sale.ts'
import { clientThrough } from './harness/client.ts'
import { sharedDesktop } from './harness/desktop.ts'
import { openShop } from './harness/first-run.ts'

let requests = 0
const rid = () => `system-printer-${String((requests += 1))}`

const shared = sharedDesktop(({ page }) => openShop(page))

test('a receipt is saved as a PDF of its own width, under the name of the page', async () => {
  const { page, main } = shared()
  const sale = await sellTea(await clientThrough(page))
  const file = join(aFolder(), 'receipt.pdf')
  await answerSaveDialog(file)
  await page.evaluate(`location.hash = '#/print/receipt/${sale.id}?sheet=80'`)
  await page.locator('.print-page[data-ready]').waitFor()

  await page.evaluate('guitai.printToPdf()')
  const { defaultPath } = await main(() => (globalThis as unknown as { asked: { defaultPath: string } }).asked)
  expect(defaultPath).toMatch(/小店[^/\\]*\.pdf$/)
  const pdf = readFileSync(file, 'latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  const [, points] = /MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(pdf) ?? []
  expect((Number(points) / 72) * 25.4).toBeCloseTo(80, 0)
})

test('a PDF that nobody wants is not written', async () => {
  const folder = aFolder()
  await answerSaveDialog('')
  await shared().page.evaluate('guitai.printToPdf()')
  expect(readdirSync(folder)).toEqual([])
})

test('a PDF that cannot be written is said, calmly', async () => {
  const nowhere = join(aFolder(), 'not', 'there', 'a.pdf')
  await answerSaveDialog(nowhere)
  await shared().page.evaluate('guitai.printToPdf()')
  const { message, detail } = await shared().main(
    () => (globalThis as unknown as { said: { message: string; detail: string } }).said,
  )
  expect(message).toBe('PDF 没有保存成功')
  expect(detail).toContain(nowhere)
})

test('printing opens the system dialog and goes on whatever is chosen there', async () => {
  const { main, page } = shared()
  await main(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.print = (options, done) => {
      Object.assign(globalThis, { printed: options })
      done?.(false, 'cancelled')
    }
  })
  await page.evaluate('guitai.print()')
  expect(await main(() => (globalThis as unknown as { printed: object }).printed)).toMatchObject({ silent: false })
})

test("a receipt goes to one of the system's printers without a dialog, on paper of its own size", async () => {
  const { main, page } = shared()
  const client = await clientThrough(page)
  await main(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () => Promise.resolve([{ name: 'Office' } as never])
      contents.print = (options, done) => {
        Object.assign(globalThis, { printed: options, address: contents.getURL() })
        done?.(true, '')
      }
    })
  })
  expect(await client.printing.systemPrinters({})).toEqual({ available: true, names: ['Office'] })
  const printer = {
    name: 'Office',
    kind: 'system' as const,
    columns: 32 as const,
    cuts: true,
    drawerPin: null,
    copies: 2,
  }
  await expect(
    client.printing.savePrinter({ requestId: rid(), ...printer, address: 'Elsewhere' }),
  ).rejects.toMatchObject({ code: 'SYSTEM_PRINTER_UNKNOWN' })
  await client.printing.savePrinter({ requestId: rid(), ...printer, address: 'Office' })
  const { rows } = await client.documents.list({ kind: 'sale' })
  await client.printing.reprint({ requestId: rid(), documentId: rows[0]?.id ?? 0, paper: 'receipt' })
  await expect.poll(async () => (await client.printing.jobs({})).rows[0]?.state, { timeout: 20_000 }).toBe('printed')
  const { printed, address } = await main(() => {
    const { printed, address } = globalThis as unknown as { printed: object; address: string }
    return { printed, address }
  })
  expect(printed).toMatchObject({ silent: true, deviceName: 'Office', copies: 2, pageSize: { width: 58_000 } })
  const html = Buffer.from(address.split('base64,')[1] ?? '', 'base64').toString()
  const text = html.replaceAll(/<[^>]*>/g, '')
  expect(text).toContain(rows[0]?.number)
  expect(text).not.toContain('补打')
})

test('a printer without Chinese gets the receipt dot by dot, with a code that a scanner reads', async () => {
  const { page } = shared()
  const client = await clientThrough(page)
  const printer = await aPrinter()
  for (const columns of [32, 48] as const) {
    const { printers } = await client.printing.savePrinter({
      ...{ requestId: rid(), name: 'Dots', kind: 'network', address: printer.address, columns, cuts: true },
      ...{ drawerPin: null, copies: 1, asImage: true, asksStatus: false },
    })
    const { settings } = await client.printing.printers({})
    const receiptPrinterId = printers.at(-1)?.id ?? 0
    await client.printing.saveSettings({ ...settings, receiptPrinterId, requestId: rid() })
    const { rows } = await client.documents.list({ kind: 'sale' })
    await client.printing.reprint({ requestId: rid(), documentId: rows[0]?.id ?? 0, paper: 'receipt' })
    await expect.poll(async () => (await client.printing.jobs({})).rows[0]?.state, { timeout: 20_000 }).toBe('printed')
    const { picture, lines, cuts, unknown } = printer.papers.at(-1)!
    expect({ cuts, unknown, text: lines.join('') }).toEqual({ cuts: 1, unknown: [], text: '' })
    expect(picture?.width).toBe(columns * 12)
    const file = join(aFolder(), 'receipt.pbm')
    writeFileSync(file, asPbm(picture!))
    const { stdout, error } = spawnSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8' })
    if (error) console.warn('Barcodes are not read back: zbarimg (zbar-tools) is not installed.')
    else expect(stdout.trim()).toBe(rows[0]?.number)
    expect(darkShare(picture!)).toBeGreaterThan(0.02)
    expect(darkShare(picture!)).toBeLessThan(0.25)
  }
})

/** A picture file that needs no library. */
function asPbm({ width, height, bits }: Bitmap): Buffer {
  return Buffer.concat([Buffer.from(`P4\n${width} ${height}\n`), bits])
}

function darkShare({ width, height, bits }: Bitmap): number {
  const dark = bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  return dark / (width * height)
}

function aFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'guitai-pdf-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

function answerSaveDialog(filePath: string): Promise<void> {
  return shared().main(({ dialog }, path) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      Object.assign(globalThis, { asked: args.at(-1) })
      return Promise.resolve({ canceled: path === '', filePath: path })
    }
    dialog.showMessageBox = (...args: unknown[]) => {
      Object.assign(globalThis, { said: args.at(-1) })
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  }, filePath)
}
