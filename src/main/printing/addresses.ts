/** Where a printer can be: only what the owner typed, and never a file that printing would overwrite. */
import { constants, open, realpath, stat, type FileHandle } from 'node:fs/promises'
import { isIP } from 'node:net'
import type { Stats } from 'node:fs'
import { posix } from 'node:path'

export interface NetworkAddress {
  readonly host: string
  readonly port: number
}

const RAW_PORT = 9_100
const MOST_PORT = 65_535
const HOST_NAME = /^(?=.{1,253}$)(?=.*[a-z])[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_][a-z0-9_-]{0,62})*$/i

/** `host`, `host:port`, an IPv6 address, or `[IPv6]:port`; null for anything else. */
export function networkAddress(typed: string): NetworkAddress | null {
  if (isIP(typed) === 6) return { host: typed, port: RAW_PORT }
  const { host = '', port } =
    /^(?:\[(?<v6>[^\]]+)\]|(?<host>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(typed)?.groups ?? {}
  const inBrackets = /^\[([^\]]+)\]/.exec(typed)?.[1]
  const named = inBrackets ?? host
  const isHost = inBrackets === undefined ? isIP(named) === 4 || HOST_NAME.test(named) : isIP(named) === 6
  const number = port === undefined ? RAW_PORT : Number(port)
  return isHost && number >= 1 && number <= MOST_PORT ? { host: named, port: number } : null
}

/** Where devices are. */
export const DEVICES = '/dev/'

/** A path that can only be a device: under /dev, or \\.\COM3 on Windows. */
export function isDevicePath(path: string, platform = process.platform, devices = DEVICES): boolean {
  if (platform === 'win32') return /^\\\\\.\\[A-Za-z0-9_-]{1,64}$/.test(path)
  return path.startsWith(devices) && posix.normalize(path) === path && !path.endsWith('/')
}

/** A character device takes bytes as they come; a disk would be overwritten, as a file would. */
export const takesBytes = (stats: Stats): boolean => stats.isCharacterDevice() || stats.isFIFO()

/** What lies at a device path: `none` while it is unplugged or switched off. */
export async function whatIsAt(path: string, devices = DEVICES): Promise<'device' | 'none' | 'other'> {
  if (process.platform === 'win32') return 'device'
  try {
    const real = await realpath(path)
    return isDevicePath(real, process.platform, devices) && takesBytes(await stat(real)) ? 'device' : 'other'
  } catch {
    return 'none'
  }
}

interface Access {
  readonly O_RDWR: number
  readonly O_WRONLY: number
}

/**
 * Never creates and never truncates. Does not wait for whoever reads at the other end.
 * @param reads whether what it says is wanted; one that may only be written to is opened for that
 */
export async function openDevice(path: string, { reads }: { readonly reads: boolean }): Promise<FileHandle> {
  // Windows knows neither of the two flags.
  const { O_RDWR, O_WRONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants> & Access
  const how = O_NONBLOCK | O_NOCTTY
  if (!reads || process.platform === 'win32' || !(await stat(path)).isCharacterDevice())
    return open(path, O_WRONLY | how)
  return open(path, O_RDWR | how).catch(() => open(path, O_WRONLY | how))
}
