/** Raw bytes over TCP, as nearly every receipt printer with a network plug takes them. */
import { connect } from 'node:net'
import { networkAddress } from './addresses.ts'
import { NotPrinted, type Patience } from './not-printed.ts'

/** Done when the last byte is handed over and the printer did not object. */
export function sendOverNetwork(
  address: string,
  bytes: Uint8Array,
  { connectMs, stallMs, farewellMs }: Patience,
  signal: AbortSignal,
): Promise<void> {
  const target = networkAddress(address)
  if (!target) return Promise.reject(new NotPrinted('notAllowed'))
  return new Promise((resolve, reject) => {
    const socket = connect({ ...target, noDelay: true })
    let connected = false
    let handedOver = false
    const settle = (failure?: NotPrinted) => {
      clearTimeout(patience)
      signal.removeEventListener('abort', abort)
      socket.destroy()
      if (failure) reject(failure)
      else resolve()
    }
    const lost = () => settle(new NotPrinted(connected ? 'interrupted' : 'unreachable', { maybe: connected }))
    const late = () => settle(new NotPrinted('timedOut', { maybe: connected }))
    const abort = () => settle(new NotPrinted('hostEnded', { maybe: connected }))
    let patience = setTimeout(late, connectMs)
    socket.once('connect', () => {
      connected = true
      clearTimeout(patience)
      socket.setTimeout(stallMs, late)
      socket.end(bytes)
    })
    socket.once('finish', () => {
      handedOver = true
      socket.setTimeout(0)
      patience = setTimeout(settle, farewellMs)
    })
    socket.resume() // what the printer says of itself
    socket.once('error', lost)
    socket.once('close', () => (handedOver ? settle() : lost()))
    signal.addEventListener('abort', abort, { once: true })
  })
}
