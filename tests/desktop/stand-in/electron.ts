/** The module `electron`, as far as Guitai's shell uses it. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, nativeTheme, screen, shell } from './desk.ts'
export { ipcMain } from './ipc.ts'
export { MessageChannelMain } from './ports.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
export { nativeImage, Notification, Tray } from './tray.ts'
