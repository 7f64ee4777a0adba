/** What a preview becomes on paper, read back from its PDF. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Page } from 'playwright-core'

export const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined
export const hasZbar = spawnSync('zbarimg', ['--version']).error === undefined
if (!hasPoppler) console.warn('Paper is not tested: pdfinfo, pdftotext and pdftoppm (poppler-utils) are not installed.')
if (!hasZbar) console.warn('Barcodes are not read back: zbarimg (zbar-tools) is not installed.')

export interface Printed {
  readonly file: string
  readonly pages: readonly string[]
  /** Millimetres. */
  readonly width: number
  readonly height: number
}

/** What the printer would get of the preview that is shown, as Electron's printToPDF gives it too. */
export async function pdfOf(page: Page): Promise<Printed> {
  await page.locator('.print-page[data-ready]').waitFor()
  const folder = mkdtempSync(join(tmpdir(), 'guitai-paper-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'paper.pdf')
  await page.pdf({ path: file, preferCSSPageSize: true })
  const [, width = '', height = ''] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(run('pdfinfo', file)) ?? []
  const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1)
  return { file, pages, width: millimetres(width), height: millimetres(height) }
}

const millimetres = (points: string) => (Number(points) / 72) * 25.4

/** The number that stands on the paper as bars, at the resolution of a receipt printer. */
export function scannedFrom({ file }: Printed): string {
  run('pdftoppm', '-r', '203', '-png', '-singlefile', file, file)
  return run('zbarimg', '--quiet', '--raw', `${file}.png`).trim()
}

function run(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}
