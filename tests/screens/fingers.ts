/** A finger in front of the counter: what it touches is found by its name, and no key is pressed. */
import type { Locator, Page } from 'playwright-core'
import { WORDS } from './counter.ts'

export interface Fingers {
  readonly field: Locator
  readonly pad: Locator
  readonly tap: (name: string | RegExp, within?: Locator) => Promise<void>
  /** One of the 常用商品. */
  readonly tile: (title: string) => Promise<void>
  /** Types on the number pad, and its last key where `accept` says so. */
  readonly type: (digits: string, accept?: 'accept') => Promise<void>
  /** A place of the rail; on a phone the later ones are behind 更多. */
  readonly go: (place: string) => Promise<void>
  readonly due: (sum: string) => Promise<void>
  /** Takes what is left and begins the next sale. */
  readonly finish: (change?: string) => Promise<void>
}

const NAMES: Readonly<Record<string, string>> = { '.': '小数点', '-': '负号' }

export function fingersOn(page: Page): Fingers {
  const pad = page.getByRole('group', { name: '数字键盘' })
  const tap: Fingers['tap'] = (name, within) =>
    (within ?? page).getByRole('button', { name, exact: typeof name === 'string' }).tap()
  const due: Fingers['due'] = (sum) => page.locator('.due:not(.stale) .due-figure').filter({ hasText: sum }).waitFor()
  return {
    field: page.getByRole('combobox'),
    pad,
    tap,
    due,
    tile: (title) => tap(new RegExp(`^${title}`), page.getByRole('region', { name: '常用商品' })),
    async type(digits, accept) {
      for (const digit of digits) await tap(NAMES[digit] ?? digit, pad)
      if (accept) await tap('确定', pad)
    },
    async go(place) {
      const link = page.getByRole('link', { name: place, exact: true })
      await page.getByRole('navigation').first().waitFor()
      if (!(await link.first().isVisible())) await page.getByRole('link', { name: '更多' }).tap()
      await link.first().tap()
    },
    async finish(change) {
      if (change !== undefined) await page.locator('.change').filter({ hasText: change }).waitFor()
      await tap(WORDS.finish)
      const sold = page.getByRole('region', { name: WORDS.sold })
      await sold.waitFor()
      if (change !== undefined) await sold.getByText(change).waitFor()
      await tap(WORDS.next)
    },
  }
}
