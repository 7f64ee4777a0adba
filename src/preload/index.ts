/** All that a screen gets from the shell: a port to the core, paper, and which system it runs on. Never grows. */
import { contextBridge, ipcRenderer } from 'electron'

declare const window: { postMessage(message: string, origin: string, ports: readonly unknown[]): void }
declare const location: { readonly origin: string }

ipcRenderer.on('guitai:port', ({ ports }) => {
  window.postMessage('guitai:port', location.origin, ports)
})

contextBridge.exposeInMainWorld('guitai', {
  platform: process.platform,
  connect: () => {
    ipcRenderer.send('guitai:connect')
  },
  print: () => ipcRenderer.invoke('guitai:print'),
  printToPdf: () => ipcRenderer.invoke('guitai:print-to-pdf'),
})
