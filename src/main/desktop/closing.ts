import { app } from 'electron'

/** However the app ends, the windows close first and then the shop, so that its file is whole and free for the next. */
export function closeBeforeQuitting(close: () => Promise<void>): void {
  let closing: Promise<void> | undefined
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closing ??= close().finally(() => {
      closed = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}
