/** How a screen looks, in what can be measured. */
import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What sticks out of the window at its right, outside of what scrolls by itself. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('html, main, .list-detail .list, .list-detail .detail')].filter(
      (element) => element.scrollWidth > element.clientWidth,
    )
    return wide.map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`)
  })
}

/** What stands beyond the window's sides, by its box, but for what lies in a part that scrolls or clips by itself. */
export function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clips = (element: Element): boolean => {
      const { parentElement } = element
      if (parentElement === null || parentElement.matches('main, body, .list-detail > *')) return false
      return getComputedStyle(parentElement).overflowX !== 'visible' || clips(parentElement)
    }
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1) && !clips(element)
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 30)}`)
  })
}

/** What does not show all that it says, among `parts`: its text is wider or higher than its box. */
export function cutOff(page: Page, parts: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
        )
        .map((element) => `${element.className}: ${element.textContent.trim().slice(0, 30)}`),
    parts,
  )
}

/** What a finger would miss: buttons and fields of the page itself that are lower or narrower than 44 px. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, a, input:not([role=combobox], [type=radio]))')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
      .map(
        ({ element, box }) => `${element.className} ${box.width} × ${box.height}: ${element.textContent.slice(0, 20)}`,
      ),
  )
}

/** What axe finds wrong, and text below 14 px. */
export async function unreadable(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })',
  )) as AxeResults
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      // Paper has its own sizes.
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.print-desk'))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
      .map((element) => `small: ${element.outerHTML.slice(0, 120)}`),
  )
  return [...found, ...small]
}
