/**
 * The page's half of the stand-in. It is turned into text and runs in the page before anything else there, so it uses
 * nothing from outside itself; it answers with what the preload gets for `require('electron')`.
 */
export function pageSide(): unknown {
  interface Side {
    standInPost(message: string): void
    standInDeliver(delivery: Delivery): void
  }
  type Delivery =
    | { kind: 'message'; channel: string; message: unknown; ports: number[] }
    | { kind: 'port'; port: number; data: unknown }
    | { kind: 'answer'; id: number; value?: unknown; error?: string }
  type Listener = (event: { ports: MessagePort[] }, message: unknown) => void

  const side = globalThis as unknown as Side
  const listeners = new Map<string, Listener[]>()
  const ports = new Map<number, MessagePort>()
  const questions = new Map<number, (answer: { value?: unknown; error?: string }) => void>()
  const post = (message: object) => side.standInPost(JSON.stringify({ ...message, title: document.title }))

  side.standInDeliver = (delivery) => {
    if (delivery.kind === 'port') ports.get(delivery.port)?.postMessage(delivery.data)
    else if (delivery.kind === 'answer') questions.get(delivery.id)?.(delivery)
    else {
      const event = { ports: delivery.ports.map(openPort) }
      for (const listener of listeners.get(delivery.channel) ?? []) listener(event, delivery.message)
    }
  }

  function openPort(port: number): MessagePort {
    const { port1, port2 } = new MessageChannel()
    ports.set(port, port1)
    port1.onmessage = ({ data }) => post({ kind: 'port', port, data })
    return port2
  }

  function ask(question: object): Promise<unknown> {
    const id = questions.size + 1
    post({ kind: 'question', id, ...question })
    return new Promise((resolve, reject) =>
      questions.set(id, ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error)))),
    )
  }

  const open = window.open.bind(window)
  window.open = (url, ...rest) => {
    const request = new XMLHttpRequest()
    request.open('GET', `/.stand-in/window-open?url=${encodeURIComponent(String(url ?? ''))}`, false)
    request.send()
    return request.responseText === 'allow' ? open(url, ...rest) : null
  }
  Notification.requestPermission = async () =>
    (await ask({ asks: 'permission-request', permission: 'notifications' })) ? 'granted' : 'denied'
  navigator.permissions.query = async ({ name }) => {
    const granted = await ask({ asks: 'permission-check', permission: name })
    return { state: granted ? 'granted' : 'denied' } as PermissionStatus
  }

  post({ kind: 'hello' })
  return {
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) =>
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
    },
    ipcRenderer: {
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      },
      send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
      invoke: (channel: string, ...args: unknown[]) => ask({ asks: 'invoke', channel, args }),
    },
  }
}
