/** An event that a listener may refuse, as Electron hands it out. */
export interface Refusable {
  defaultPrevented: boolean
  preventDefault(): void
}

export function refusable<T extends object>(facts: T): T & Refusable {
  return {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
