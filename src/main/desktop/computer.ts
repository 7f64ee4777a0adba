/** What this computer does with the app: kept beside the window's place, and in the system's own list of what starts. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Computer } from '../api/call.ts'
import type { AutoStart } from './auto-start.ts'

export interface OwnComputer extends Computer {
  readonly staysInTray: () => boolean
  /** Is told of every choice that was kept. */
  readonly onChosen: (hear: () => void) => void
}

export function ownComputer(userData: string, autoStart: AutoStart): OwnComputer {
  const file = join(userData, 'computer.json')
  let staysInTray = stored(file)
  let chosen: () => void = () => undefined
  return {
    onChosen: (hear) => (chosen = hear),
    staysInTray: () => staysInTray,
    choices: () => ({ staysInTray, startsWithComputer: autoStart.isOn() }),
    choose: (choices) => {
      if (choices.startsWithComputer !== autoStart.isOn()) autoStart.turn(choices.startsWithComputer)
      store(file, choices.staysInTray)
      ;({ staysInTray } = choices)
      chosen()
    },
  }
}

function stored(file: string): boolean {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { staysInTray?: unknown }).staysInTray === true
  } catch {
    return false // the first start, or half a file
  }
}

function store(file: string, staysInTray: boolean): void {
  const unfinished = `${file}.new`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(unfinished, JSON.stringify({ staysInTray }))
  renameSync(unfinished, file)
}
