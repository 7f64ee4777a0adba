/** What a page's half of the stand-in says to this one. */
import { ipcMain } from './ipc.ts'
import { isGranted, isGrantedOnRequest } from './session.ts'
import type { WebFrameMain } from './web-frame.ts'

type Message = { readonly title: string } & (
  | { readonly kind: 'hello' }
  | { readonly kind: 'port'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | ({ readonly kind: 'question'; readonly id: number } & Question)
)

type Question =
  | { readonly asks: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly asks: 'permission-check' | 'permission-request'; readonly permission: string }

interface Speaker {
  title: string
  readonly mainFrame: WebFrameMain
}

export function hear(sender: Speaker, said: object, deliver: (delivery: object) => void): void {
  const message = said as Message
  const senderFrame = sender.mainFrame // the preload runs in no other
  sender.title = message.title
  switch (message.kind) {
    case 'hello':
      senderFrame.forget()
      break
    case 'port':
      senderFrame.ports.get(message.port)?.carry(message.data)
      break
    case 'send':
      ipcMain.emit(message.channel, { sender, senderFrame }, ...message.args)
      break
    case 'question':
      answer(sender, senderFrame, message).then(
        (value) => deliver({ kind: 'answer', id: message.id, value }),
        (error: unknown) => deliver({ kind: 'answer', id: message.id, error: String(error) }),
      )
  }
}

async function answer(sender: Speaker, senderFrame: WebFrameMain, question: Question): Promise<unknown> {
  switch (question.asks) {
    case 'invoke':
      return ipcMain.answer(question.channel, { sender, senderFrame }, question.args)
    case 'permission-check':
      return isGranted(sender, question.permission)
    case 'permission-request':
      return isGrantedOnRequest(sender, question.permission)
  }
}
