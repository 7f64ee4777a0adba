import { expect, test } from 'vitest'
import { isWithin, screensOrigin } from './app-address.ts'

test('the screens come from the package, and only a developer from elsewhere', () => {
  const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173/' }
  expect(screensOrigin(false, {})).toBe('app://shop')
  expect(screensOrigin(false, env)).toBe('http://localhost:5173')
  expect(screensOrigin(true, env)).toBe('app://shop')
})

test.each(['app://shop/', 'app://shop/assets/a.js', 'app://shop/#/counter'])('%s is ours', (url) => {
  expect(isWithin('app://shop', url)).toBe(true)
})

test.each([
  'https://shop/',
  'app://shop.example.com/',
  'app://elsewhere/',
  'app://shop@elsewhere/',
  'app://name:word@shop/',
  'app://shop:80/',
  'file:///shop',
  'data:text/html,shop',
  'javascript:alert(1)',
  'about:blank',
  'blob:app://shop/1',
  'app:shop',
  '',
])('%s is elsewhere', (url) => {
  expect(isWithin('app://shop', url)).toBe(false)
})
