/** What happened elsewhere, said at the bottom right: `notify({ text })`, with an undo where there is one. */
import { readonly, shallowRef } from 'vue'

export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'done' | 'bad'
  readonly action: { readonly label: string; readonly run: () => void } | undefined
}

const LASTS_MS = 6_000
const notices = shallowRef<readonly Notice[]>([])
let latest = 0

export const shownNotices = readonly(notices)

export function notify({
  text,
  tone = 'plain',
  action,
}: { text: string } & Partial<Omit<Notice, 'id' | 'text'>>): void {
  const id = ++latest
  notices.value = [...notices.value.slice(-3), { id, text, tone, action }]
  // What went wrong stays until it is read; the rest leaves by itself.
  if (tone !== 'bad') setTimeout(() => dismiss(id), LASTS_MS)
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}
