/** The user guide (docs/guide), a chapter a file, in the order in which a shop needs them. */
import type { Component } from 'vue'

export const CHAPTERS = [
  'start',
  'selling',
  'after-sale',
  'members',
  'goods',
  'shift',
  'printers',
  'staff',
  'import',
  'backup',
  'settings',
] as const
export type Chapter = (typeof CHAPTERS)[number]

const files = import.meta.glob<Component>('../../../docs/guide/*.md', { import: 'default' })

export const readChapter = (chapter: Chapter): Promise<Component> => {
  const read = files[`../../../docs/guide/${chapter}.md`]
  return read ? read() : Promise.reject(new Error(`the guide has no chapter ${chapter}`))
}

/** Which chapter helps on a screen, by the first word of its address. */
const OF_SCREEN: Readonly<Record<string, Chapter>> = {
  counter: 'selling',
  documents: 'after-sale',
  customers: 'members',
  products: 'goods',
  labels: 'goods',
  stock: 'goods',
  shift: 'shift',
  'day-end': 'shift',
  print: 'printers',
  printing: 'printers',
  staff: 'staff',
  password: 'staff',
  pin: 'staff',
  sensitive: 'staff',
  import: 'import',
  audit: 'backup',
  keys: 'settings',
  settings: 'settings',
}

export function chapterFor(path: string): Chapter {
  const [, first = '', second = ''] = path.split('/')
  if (first === 'counter' && second === 'return') return 'after-sale'
  if (first === 'settings' && second === 'printers') return 'printers'
  return OF_SCREEN[first] ?? 'start'
}

export const isChapter = (name: unknown): name is Chapter => CHAPTERS.some((chapter) => chapter === name)
