/** Starting with the computer: by the system's own list on Windows and on a Mac, by an entry of the desktop on Linux. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'

export interface AutoStart {
  isOn(): boolean
  /** Throws where the system refuses. */
  turn(on: boolean): void
}

export interface Starting {
  readonly platform: NodeJS.Platform
  /** Tells this shop's start from another's. */
  readonly name: string
  /** What a person reads in the system's list. */
  readonly label: string
  readonly program: string
  readonly args: readonly string[]
  /** Where the desktop of Linux keeps what belongs to this person. */
  readonly configFolder: string
}

type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>

export function autoStartOf(items: LoginItems, starting: Starting): AutoStart {
  return starting.platform === 'linux' ? byEntry(starting) : byLoginItem(items, starting)
}

function byLoginItem(items: LoginItems, { platform, name, program, args }: Starting): AutoStart {
  // A Mac starts the app alone, with the usual shop.
  const which = platform === 'win32' ? { path: program, args: args.map(quotedForWindows), name } : {}
  const isOn = () => {
    const { openAtLogin, executableWillLaunchAtLogin } = items.getLoginItemSettings(which)
    return openAtLogin && (platform !== 'win32' || executableWillLaunchAtLogin) // switched off in the task manager
  }
  return {
    isOn,
    turn: (on) => {
      items.setLoginItemSettings({ ...which, openAtLogin: on, enabled: on })
      if (isOn() !== on) throw new Error('the system keeps its list of what starts as it was')
    },
  }
}

/** Electron writes the words one after the other, as they are. */
const quotedForWindows = (word: string): string => (/\s/.test(word) ? `"${word}"` : word)

function byEntry(starting: Starting): AutoStart {
  const file = join(starting.configFolder, 'autostart', `${starting.name}.desktop`)
  return {
    isOn: () => existsSync(file),
    turn: (on) => {
      if (!on) {
        rmSync(file, { force: true })
        return
      }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, entryOf(starting))
    },
  }
}

/** https://specifications.freedesktop.org/autostart-spec and desktop-entry-spec, "The Exec key" */
export function entryOf({ label, program, args }: Pick<Starting, 'label' | 'program' | 'args'>): string {
  const exec = [program, ...args].map(quotedForEntry).join(' ')
  return `[Desktop Entry]\nType=Application\nName=${label}\nExec=${exec}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`
}

/** Quoted for the command line, then once more as a string of the file, and `%` would begin a field. */
function quotedForEntry(word: string): string {
  const quoted = `"${word.replace(/["`$\\]/g, String.raw`\$&`)}"`
  return quoted.replaceAll('\\', String.raw`\\`).replaceAll('%', '%%')
}
