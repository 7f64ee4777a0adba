/** What a person does first, on the screens. */
import type { Page } from 'playwright-core'
import session from '../../../src/renderer/locales/zh-CN/session.ts'
import setup from '../../../src/renderer/locales/zh-CN/setup.ts'

export const OWNER = { name: '店主', password: 'a long password' }
export const SHOP_NAME = '小店'

/** Sets the shop up; its owner is then signed in and at the counter. */
export async function openShop(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: setup.shopName }).fill(SHOP_NAME)
  await page.getByRole('textbox', { name: setup.ownerName }).fill(OWNER.name)
  await page.locator('input[type=password]').first().fill(OWNER.password)
  await page.getByRole('button', { name: setup.open, exact: true }).click()
  await page.getByRole('checkbox', { name: session.codeSaved }).check()
  await page.getByRole('button', { name: setup.toCounter }).click()
  await page.waitForURL(/#\/counter/)
  await signedIn(page)
}

export async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: session.name }).fill(OWNER.name)
  await page.locator('input[type=password]').fill(OWNER.password)
  await page.getByRole('button', { name: session.signIn }).click()
  await signedIn(page)
}

/** The frame with its rail is there only for someone who is signed in. */
export async function signedIn(page: Page): Promise<void> {
  await page.getByRole('navigation').first().waitFor()
}

export async function signedOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: session.signIn }).waitFor()
}
