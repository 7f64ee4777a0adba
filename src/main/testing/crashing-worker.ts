/** Stands in for the worker, for tests of the pool: does as it is told, also when told to crash. */
import { parentPort } from 'node:worker_threads'

interface Told {
  readonly kind: string
  readonly name?: string
  readonly input?: unknown
}

const held: (() => void)[] = []

parentPort?.on('message', ({ kind, name, input }: Told) => {
  if (kind === 'close') parentPort?.close()
  else if (name === 'crash') process.nextTick(() => crash())
  else if (name === 'hold') held.push(() => parentPort?.postMessage({ answer: input }))
  else parentPort?.postMessage({ answer: kind === 'query' ? input : kind })
})

function crash(): never {
  throw new Error('crashed on purpose')
}
