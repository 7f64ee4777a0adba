/** The few powers that the desktop's preload hands over. In a browser there are none, and HTTP is used instead. */
export interface Desktop {
  readonly platform: string
  /** Asks for a MessagePort to the core; it arrives as a window message `guitai:port`. */
  connect(): void
  /** Saves the page as it is shown as a PDF, after a dialog. */
  printToPdf(): Promise<void>
  /** Prints the page as it is shown. */
  print(): Promise<void>
}

declare global {
  interface Window {
    readonly guitai?: Desktop
  }
}

export const desktop = (): Desktop | undefined => window.guitai

/** The port to the core, once the preload has sent it. */
export function corePort(shell: Desktop): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports
      if (event.source !== window || event.data !== 'guitai:port' || !port) return
      window.removeEventListener('message', listen)
      resolve(port)
    }
    window.addEventListener('message', listen)
    shell.connect()
  })
}
