/** Until HTTPS exists, only this PC may ask: any other address is refused (DESIGN §10). */
import { isIPv4 } from 'node:net'

export class NotLoopback extends Error {
  constructor(host: string) {
    super(
      `${host} is not an address of this PC alone. Guitai answers other devices only over HTTPS, which it cannot do yet: ` +
        'use 127.0.0.1, ::1 or localhost.',
    )
    this.name = 'NotLoopback'
  }
}

export function mustBeLoopback(host: string): void {
  if (!isLoopback(host)) throw new NotLoopback(host)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/** The address as it stands in a URL. */
export function originOf(host: string, port: number): string {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin
}

/** Every name that a browser on this PC may call the host by. */
export function originsOf(host: string, port: number): ReadonlySet<string> {
  return new Set([host, '127.0.0.1', '::1', 'localhost'].map((name) => originOf(name, port)))
}
