/** A code that is printed once and put away: four groups of five letters and digits that cannot be taken for each other. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 4
const GROUP = 5

export function newRecoveryCode(secret: (bytes: number) => Buffer): string {
  const letters = [...secret(GROUPS * GROUP)].map((byte) => LETTERS.charAt(byte % LETTERS.length))
  return Array.from({ length: GROUPS }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-')
}

/** As people type it: any case and width, with or without the dashes. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}
