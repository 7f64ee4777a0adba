/** An unpacked Electron that does nothing: enough for electron-builder to pack around, and fuses that can really be flipped. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where @electron/fuses finds the wire: this text, the wire's version, its length, and a character for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'fileProtocolExtraPrivileges',
  'wasmTrapHandlers',
] as const
/** As Electron ships them. */
const WIRE = '101100011'

export function stubElectron(folder: string): string {
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of ['en-US', 'zh-CN', 'zh-TW', 'de']) writeFileSync(join(folder, 'locales', `${name}.pak`), '')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, name), 'stub')
  const program = join(folder, 'electron')
  writeFileSync(program, `stub ${SENTINEL}\u0001${String.fromCharCode(FUSES.length)}${WIRE} stub`, 'latin1')
  chmodSync(program, 0o755)
  return folder
}

/** How the fuses of a packed program stand. */
export function fusesOf(program: string): Record<(typeof FUSES)[number], boolean> {
  const bytes = readFileSync(program, 'latin1')
  const wire = bytes.slice(bytes.indexOf(SENTINEL) + SENTINEL.length + 2)
  return Object.fromEntries(FUSES.map((name, at) => [name, wire[at] === '1'])) as Record<
    (typeof FUSES)[number],
    boolean
  >
}
