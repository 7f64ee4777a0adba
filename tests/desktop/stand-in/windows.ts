/** All windows that are open, oldest first. */
export interface OpenWindow {
  /** @returns false where a listener refused it */
  close(): boolean
  /** Without asking. */
  destroy(): void
}

const windows = new Set<OpenWindow>()

export const openWindows = {
  add: (window: OpenWindow): void => void windows.add(window),
  remove: (window: OpenWindow): void => void windows.delete(window),
  all: (): readonly OpenWindow[] => [...windows],
}
