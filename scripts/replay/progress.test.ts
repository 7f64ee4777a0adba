import { expect, test } from 'vitest'
import { showProgress } from './progress.ts'

function watched(isTTY: boolean) {
  let now = 0
  const written: string[] = []
  const screen = { isTTY, write: (text: string) => written.push(text) }
  const progress = showProgress(1_000, screen, () => now)
  return { written, progress, wait: (ms: number) => (now += ms) }
}

test('someone who watches sees a bar that moves in its place', () => {
  const { written, progress, wait } = watched(true)
  wait(1_000)
  progress.advance(250)
  wait(1_000)
  progress.advance(750)
  progress.end()
  expect(written[0]).toMatch(/^\r\[#{7}·{21}\] {2}25 % 250 of 1,000 lines, 250 a second, 0:03 left/)
  expect(written[1]).toMatch(/^\r\[#{28}\] 100 % 1,000 of 1,000 lines, 500 a second/)
  expect(written.at(-1)).toBe('\n')
})

test('a file gets a line now and then', () => {
  const { written, progress, wait } = watched(false)
  for (let second = 0; second < 25; second += 1) {
    wait(1_000)
    progress.advance(40)
  }
  progress.end()
  expect(written).toHaveLength(3)
  expect(written.every((line) => !line.includes('\r') && line.endsWith('\n'))).toBe(true)
})
