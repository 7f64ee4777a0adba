import type * as Electron from 'electron'
import type { Page } from 'playwright-core'

export type { Electron }

/** A started desktop app, real or stood in for: the suite does not know which. */
export interface RunningApp {
  /** The first window's page. */
  readonly page: Page
  /** Runs a function of the test's in the main process; it sees nothing but its arguments. */
  readonly main: <R, A = undefined>(
    run: (electron: typeof Electron, argument: A) => R | Promise<R>,
    argument?: A,
  ) => Promise<R>
  signal(name: NodeJS.Signals): void
  /** When the process has ended, by its exit code. */
  readonly ended: Promise<number | null>
}

export interface Start {
  readonly shop: string
  /** Where this person's programs keep their settings. */
  readonly settings: string
}

/** The last of the arguments after the program and its folder. */
export const argumentsOf = ({ shop }: Start): string[] => ['--shop', shop, '--lang=zh-CN']

export const environmentOf = ({ settings }: Start): Record<string, string> => {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(known), XDG_CONFIG_HOME: settings }
}
