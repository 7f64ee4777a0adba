import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents, type WebFrameMain } from 'electron'

/** The page that a message came from, when it is the main frame of our own screens; anything else is not answered. */
function ownFrame(event: IpcMainEvent | IpcMainInvokeEvent, origin: string): WebFrameMain | null {
  const { senderFrame, sender } = event
  return senderFrame && senderFrame === sender.mainFrame && senderFrame.origin === origin ? senderFrame : null
}

/** Hears what our own screens send. */
export function onOwnMessage(
  channel: string,
  origin: string,
  hear: (frame: WebFrameMain, sender: WebContents) => void,
) {
  ipcMain.on(channel, (event) => {
    const frame = ownFrame(event, origin)
    if (frame) hear(frame, event.sender)
  })
}

/** Answers what our own screens ask. */
export function onOwnQuestion(channel: string, origin: string, answer: (sender: WebContents) => Promise<void>) {
  ipcMain.handle(channel, (event) => {
    if (!ownFrame(event, origin)) throw new Error('not one of our screens')
    return answer(event.sender)
  })
}
