/** `--shop DIR --port N [--host 127.0.0.1]` */
import { parseArgs } from 'node:util'
import { usualPlace } from '../database/folder.ts'
import { mustBeLoopback } from './loopback.ts'

export interface ServeArguments {
  readonly shop: string
  readonly port: number
  readonly host: string
}

export const USAGE = 'Usage: npm run serve -- [--shop DIR] [--port N] [--host 127.0.0.1]'
const USUAL_PORT = '4870'
const MOST_PORT = 65_535

export class WrongArguments extends Error {}

export function readArguments(args: readonly string[]): ServeArguments {
  const { shop = usualPlace(), port = USUAL_PORT, host = '127.0.0.1' } = optionsOf(args)
  if (!/^\d{1,5}$/.test(port) || Number(port) > MOST_PORT)
    throw new WrongArguments(`--port ${port} is not a port number.`)
  if (shop === '') throw new WrongArguments('--shop needs a folder.')
  mustBeLoopback(host)
  return { shop, port: Number(port), host }
}

function optionsOf(args: readonly string[]) {
  const options = { shop: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } } as const
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error))
  }
}
