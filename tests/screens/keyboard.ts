/** Keys with the times that a scanner or a hand would give them, however fast or slow this machine is. */
import type { CDPSession, Page } from 'playwright-core'

const SCANNER_GAP_S = 0.01
const HAND_GAP_S = 0.12
const SCAN_AHEAD_S = 8
/** The keys of signs: where they are, and Windows' number for them, which for letters and digits is their character's. */
const SIGNS: Readonly<Record<string, readonly [code: string, number: number]>> = {
  '\r': ['Enter', 13],
  '.': ['Period', 190],
  '/': ['Slash', 191],
  '*': ['NumpadMultiply', 106],
  '-': ['Minus', 189],
}

export interface Keyboard {
  /** All characters and the Enter at a scanner's speed. */
  scan(code: string): Promise<void>
  /** Another Enter from the scanner: the second of its CR LF. */
  again(): Promise<void>
  /** As most scanners are set up: the code, CR and LF. */
  wedge(code: string): Promise<void>
  /** Characters at the speed of a hand. */
  type(text: string): Promise<void>
  /** One key, such as `Enter`, `F6`, `Alt+KeyM`. */
  press(key: string): Promise<void>
}

export async function keyboardOf(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page)
  let clock = 0
  const after = (gap: number) => (clock = Math.max(clock + gap, Date.now() / 1_000))

  async function stroke(text: string, gap: number): Promise<void> {
    await send(session, text, after(gap))
  }

  async function scan(code: string): Promise<void> {
    // So far ahead that a slow machine does not tear the code apart.
    clock = Math.max(clock, Date.now() / 1_000) + SCAN_AHEAD_S
    for (const character of code) await stroke(character, SCANNER_GAP_S)
    await stroke('\r', SCANNER_GAP_S)
  }
  const again = () => stroke('\r', SCANNER_GAP_S)

  return {
    scan,
    again,
    async wedge(code) {
      await scan(code)
      await again()
    },
    async type(text) {
      for (const character of text) await stroke(character, HAND_GAP_S)
    },
    async press(key) {
      if (key === 'Enter') await stroke('\r', HAND_GAP_S)
      else await page.keyboard.press(key)
    },
  }
}

async function send(session: CDPSession, text: string, timestamp: number): Promise<void> {
  const [code, windowsVirtualKeyCode] = SIGNS[text] ?? plain(text)
  const key = text === '\r' ? code : text
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text, timestamp, windowsVirtualKeyCode })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, timestamp, windowsVirtualKeyCode })
}

function plain(character: string): readonly [string, number] {
  const upper = character.toUpperCase()
  return [`${/\d/.test(character) ? 'Digit' : 'Key'}${upper}`, upper.codePointAt(0) ?? 0]
}
