/** What a person does on a page before its picture is taken. */
import type { Page } from 'playwright-core'
import { SCALE_CODE, STYLE_CODE } from './the-shop.ts'

const QUIET_MS = 600

/** Nothing is on its way any more: what was asked has come and is painted. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').first().waitFor() // a locked screen has two
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(QUIET_MS) // an open stream keeps the network from ever being idle
}

const KEY_MS = 80

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').first().click()
  await page.keyboard.type(text, { delay: KEY_MS })
}

export async function fillBasket(page: Page): Promise<void> {
  for (const typed of ['lj', 'dhp', 'pe']) {
    await type(page, typed)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await settled(page)
  }
}

export async function scanUnknown(page: Page): Promise<void> {
  await type(page, '6901234567892')
  await page.keyboard.press('Enter')
  await page.getByText('没有这个条码').first().waitFor()
}

export async function chooseGrid(page: Page): Promise<void> {
  await type(page, STYLE_CODE)
  await page.keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('2')
}

export async function chooseToCarry(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /扫条码/ }).click()
  await page.keyboard.type('lj', { delay: KEY_MS })
  await page.locator('[role=option]').first().waitFor() // the selects of warehouses have options too
  await page.keyboard.press('Enter')
  await settled(page)
}

export async function putOnScale(page: Page): Promise<void> {
  await type(page, SCALE_CODE)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '重量' }).first().fill('1.25')
}

export async function lookUp(page: Page): Promise<void> {
  await page.getByRole('combobox').first().click()
  await page.keyboard.press('Alt+p')
  await type(page, 'lj')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

/** The basket is still there: it outlives a reload. */
export async function pay(page: Page): Promise<void> {
  await page.getByRole('combobox').first().click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('1100', { delay: KEY_MS })
}

export async function showParked(page: Page): Promise<void> {
  await page.getByRole('combobox').first().click()
  await page.keyboard.press('Alt+h')
  await page.keyboard.type('去拿东西', { delay: KEY_MS })
  await page.keyboard.press('Enter')
  await settled(page)
  await page.keyboard.press('Alt+j')
}

export async function openFirst(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).click()
  await settled(page)
}

export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('lj')
}

const FILE = `商品资料
款号,品名,颜色,尺码,零售价,库存
A01,女士大衣,红,M,399,3
A01,女士大衣,红,L,399,2
A01,女士大衣,黑,M,399,5
B02,围巾,,,八十,4
C03,手套,,,25,10
`

export async function readFile(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '商品.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
  await page.getByRole('button', { name: '看看结果' }).click()
  await page.getByText('新建').first().waitFor()
}

export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('dialog', { name: '已锁屏' }).waitFor()
}
