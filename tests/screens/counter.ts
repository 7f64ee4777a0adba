/** The counter as a test sees it: by the names that a person sees. */
import type { Locator, Page } from 'playwright-core'
import counter from '../../src/renderer/locales/zh-CN/counter.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'

export const WORDS = counter

export interface CounterScreen extends Keyboard {
  readonly field: Locator
  readonly lines: Locator
  readonly due: Locator
  readonly change: Locator
  readonly said: Locator
  /** Waits until the basket has so many lines and its sum is theirs. */
  has(lines: number, due: string): Promise<void>
  done(): Promise<void>
}

export async function counterOn(page: Page): Promise<CounterScreen> {
  const field = page.getByRole('combobox')
  await field.waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
  const lines = page.locator('tr.line')
  const due = page.locator('.due:not(.stale) .due-figure')
  return {
    ...(await keyboardOf(page)),
    field,
    lines,
    due,
    change: page.locator('.sale-done .change'),
    said: page.locator('.said'),
    async has(count, sum) {
      await page.waitForFunction((wanted) => document.querySelectorAll('tr.line').length === wanted, count)
      await due.filter({ hasText: sum }).waitFor()
    },
    async done() {
      await page.getByRole('region', { name: counter.sold }).waitFor()
    },
  }
}
