/** Where the window was, and whether it may stand there again: screens are unplugged, and their sizes change. */

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace {
  readonly bounds: Rectangle
  readonly maximised: boolean
}

export const SMALLEST = { width: 800, height: 560 }
const USUAL = { width: 1366, height: 728 }
/** As much of the title bar as a mouse needs. */
const GRIP = { width: 120, height: 24 }

/** @param screens the work areas of all screens, the main one first */
export function placeOn(screens: readonly Rectangle[], remembered: WindowPlace | null): WindowPlace {
  const main = screens[0] ?? { x: 0, y: 0, ...USUAL }
  if (!remembered) return { bounds: centred(main, USUAL), maximised: false }
  const { bounds, maximised } = remembered
  const screen = screens.find((area) => isGripOn(area, bounds))
  return { bounds: screen ? within(screen, bounds) : centred(main, bounds), maximised }
}

/** What was stored may be anything: another version's, or half a file. */
export function readPlace(text: string): WindowPlace | null {
  try {
    const { bounds, maximised } = JSON.parse(text) as Partial<WindowPlace>
    if (!bounds || typeof maximised !== 'boolean') return null
    const { x, y, width, height } = bounds
    const isWhole = [x, y, width, height].every((value) => Number.isInteger(value))
    return isWhole && width > 0 && height > 0 ? { bounds: { x, y, width, height }, maximised } : null
  } catch {
    return null
  }
}

function isGripOn(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const visible = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return visible >= GRIP.width && y >= area.y && y + GRIP.height <= area.y + area.height
}

function within(area: Rectangle, { x, y, width, height }: Rectangle): Rectangle {
  return { x, y, ...fitting(area, { width, height }) }
}

function centred(area: Rectangle, size: Pick<Rectangle, 'width' | 'height'>): Rectangle {
  const { width, height } = fitting(area, size)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}

const fitting = (area: Rectangle, size: Pick<Rectangle, 'width' | 'height'>) => ({
  width: Math.min(Math.max(size.width, SMALLEST.width), area.width),
  height: Math.min(Math.max(size.height, SMALLEST.height), area.height),
})
