/** How far a replay is: a bar that moves where someone watches, else a line now and then. */

export interface Progress {
  /** @param more lines that are done */
  advance(more: number): void
  end(): void
}

interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const BAR_WIDTH = 28
const REDRAW_MS = 100
const SAY_EVERY_MS = 10_000

export function showProgress(
  total: number,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const start = now()
  const isWatched = screen.isTTY === true
  let done = 0
  let last = start

  const show = () => {
    last = now()
    const text = `${barOf(done, total)} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} lines${paceOf(done, total, last - start)}`
    screen.write(isWatched ? `\r${text}\u001b[K` : `${text}\n`)
  }
  return {
    advance: (more) => {
      done += more
      if (now() - last >= (isWatched ? REDRAW_MS : SAY_EVERY_MS)) show()
    },
    end: () => {
      show()
      if (isWatched) screen.write('\n')
    },
  }
}

function barOf(done: number, total: number): string {
  const share = total === 0 ? 1 : done / total
  const full = Math.round(share * BAR_WIDTH)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${'#'.repeat(full)}${'·'.repeat(BAR_WIDTH - full)}] ${percent} %`
}

function paceOf(done: number, total: number, ms: number): string {
  if (done === 0 || ms <= 0) return ''
  const perSecond = (done / ms) * 1_000
  const left = Math.round((total - done) / perSecond)
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return `, ${Math.round(perSecond).toLocaleString('en')} a second${done < total ? `, ${clock} left` : ''}`
}
