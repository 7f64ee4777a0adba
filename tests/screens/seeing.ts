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

/**
 * Text that sticks out of its own box (a button, a cell, anything with an edge or a ground) or is cut off by it. What ends
 * in an ellipsis, scrolls by itself or is hidden from readers on purpose is meant so.
 */
export function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>
    const SLACK = 1.5
    const isClear = (colour: string) => colour === 'transparent' || colour.endsWith(', 0)')
    const hasEdge = (element: Element, style: CSSStyleDeclaration) =>
      element.matches('button, td, th, label') ||
      !isClear(style.backgroundColor) ||
      Number.parseFloat(style.borderLeftWidth) > 0
    const isBeside = (text: Box, box: Box) => text.left < box.left - SLACK || text.right > box.right + SLACK
    const isMostlyBelow = (text: Box, box: Box) => {
      const quarter = (text.bottom - text.top) / 4
      return text.top + quarter < box.top || text.bottom - quarter > box.bottom
    }
    /** The first box around a text that it does not fit into. */
    const tooSmall = (text: Box, element: Element | null): Element | null => {
      if (element === null || element.matches('body, main')) return null
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = style
      if ([overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll')) return null
      const clips = overflowX !== 'visible' || overflowY !== 'visible'
      const isForReaders = box.width <= 1 || box.height <= 1
      const isShortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
      if (clips && (isForReaders || isShortened)) return null
      if ((clips || hasEdge(element, style)) && isBeside(text, box)) return element
      if (clips && isMostlyBelow(text, box)) return element
      return style.position === 'fixed' ? null : tooSmall(text, element.parentElement)
    }
    const faults: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, textContent } = node
      if (!textContent?.trim() || !parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue
      if (parentElement.closest('[aria-hidden=true], select, .print-desk')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        const box = rect.width > 1 ? tooSmall(rect, parentElement) : null
        if (box) faults.push(`${textContent.trim().slice(0, 30)} in ${box.tagName} ${box.className}`)
      }
    }
    return [...new Set(faults)]
  })
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
