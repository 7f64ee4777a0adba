/** What a screen may never do, whatever got into it: go elsewhere, open windows, embed pages, use devices. */
import { app, session, type WebContents } from 'electron'
import { isWithin } from './app-address.ts'

export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}

/** Guards every page from its first moment, however it came to be. */
export function guardPages(origin: string): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, origin))
}

function guard(contents: WebContents, origin: string): void {
  const stayHere = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isWithin(origin, event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', stayHere)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
