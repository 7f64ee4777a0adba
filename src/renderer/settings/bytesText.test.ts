import { expect, test } from 'vitest'
import { bytesText } from './bytesText.ts'

test('a size reads as a file manager writes it', () => {
  expect(bytesText(4_096)).toBe('4.1 kB')
  expect(bytesText(410_000)).toBe('410 kB')
  expect(bytesText(12_300_000)).toBe('12 MB')
  expect(bytesText(1_500_000_000)).toBe('1.5 GB')
})
