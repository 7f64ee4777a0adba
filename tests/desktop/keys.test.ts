/** The shell's own keys leave the counter's alone. */
import { expect, test } from 'vitest'
import { DEFAULT_KEYS } from '../../src/renderer/counter/keys.ts'
import counter from '../../src/renderer/locales/zh-CN/counter.ts'
import { clientThrough } from './harness/client.ts'
import { sellTea } from './harness/a-sale.ts'
import { sharedDesktop } from './harness/desktop.ts'
import { openShop } from './harness/first-run.ts'

const shared = sharedDesktop(async ({ page }) => {
  await openShop(page)
  await sellTea(await clientThrough(page))
})

test('no key of the counter belongs to the menu', async () => {
  const taken = await shared().main(({ Menu }) =>
    Menu.getApplicationMenu()!.items.flatMap(({ submenu }) =>
      (submenu?.items ?? []).map((item) => {
        const known = item as typeof item & { getDefaultRoleAccelerator(): string | undefined }
        return String(item.accelerator ?? known.getDefaultRoleAccelerator())
      }),
    ),
  )
  const own = Object.values(DEFAULT_KEYS).flatMap(({ fKey, letter }) => [
    ...(fKey === undefined ? [] : [fKey]),
    `Alt+${String(letter)}`,
  ])
  expect(own).toContain('F11')
  expect(own.filter((key) => taken.includes(key))).toEqual([])
})

test('F11 parks the sale', async () => {
  const { page } = shared()
  await page.getByRole('combobox', { name: counter.field.find }).fill('龙井')
  await page.getByRole('option', { name: /龙井茶/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('tr.line').waitFor()
  await page.keyboard.press('F11')
  await page.getByRole('region', { name: counter.why.park }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: counter.parkedCount.replace('{count}', '1') }).waitFor()
})
