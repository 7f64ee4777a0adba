/** From the sale to the last byte of its receipt at a printer on the network, on the large shop. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { ulid } from 'ulid'
import type { Id, Money, Quantity } from '../src/contract/values.ts'
import { NOW, openBench } from './host.ts'
import { milliseconds, spreadOf, type Result } from './measure.ts'
import { shopOf, type GeneratedShop } from './shops.ts'

const BUDGET_MS = 100
const SAMPLES = 200
const WARMING = 20
const LINES = 3

export async function paper(shop: GeneratedShop): Promise<Result[]> {
  const bench = openBench(shopOf(shop, NOW))
  const printer = await printerOnNetwork()
  try {
    const { client } = bench
    const fields = { name: 'bench', kind: 'network' as const, columns: 48 as const, cuts: true, drawerPin: 2 as const }
    await client.printing.savePrinter({ requestId: ulid(), ...fields, address: printer.address, copies: 1 })
    if (!(await client.drawer.current({}))) await client.drawer.open({ requestId: ulid(), float: 0 as Money })
    const { rows } = await client.products.list({ limit: LINES })
    const sell = seller(
      bench,
      rows.map(({ skuId }) => skuId),
    )
    const booked: number[] = []
    const printed: number[] = []
    for (let count = 0; count < WARMING + SAMPLES; count += 1) {
      const lastByte = printer.nextPaper()
      const start = performance.now()
      await sell()
      const answered = performance.now() - start
      const out = (await lastByte) - start
      if (count < WARMING) continue
      booked.push(answered)
      printed.push(out)
    }
    const [answer, receipt] = [spreadOf(booked), spreadOf(printed)]
    return [
      {
        name: 'paper: Enter to the last byte of the receipt',
        budget: `p95 ≤ ${BUDGET_MS} ms`,
        measured: `${milliseconds(receipt.p95)} (median ${milliseconds(receipt.p50)})`,
        pass: receipt.p95 <= BUDGET_MS,
        figures: { ...receipt },
      },
      {
        name: 'paper: Enter to booked, with a receipt queued',
        budget: '',
        measured: `${milliseconds(answer.p95)} (median ${milliseconds(answer.p50)})`,
        pass: null,
        figures: { ...answer },
      },
    ]
  } finally {
    await printer.close()
    await bench.core.close()
  }
}

function seller({ client }: ReturnType<typeof openBench>, skuIds: readonly Id[]): () => Promise<unknown> {
  const lines = skuIds.map((skuId) => ({ kind: 'item' as const, skuId, quantity: 1_000 as Quantity }))
  const basket = { customerId: null, lines, saleDiscount: null, roundOff: 'none' as const }
  return async () => {
    const { total } = await client.orders.price(basket)
    const tenders = [{ tender: 'cash' as const, amount: total }]
    return client.orders.sell({ ...basket, requestId: ulid(), tenders, expectedTotal: total, note: '' })
  }
}

async function printerOnNetwork() {
  let heard: (at: number) => void = () => undefined
  const server = createServer((socket) => {
    let last = performance.now()
    socket.on('data', () => (last = performance.now()))
    socket.on('end', () => heard(last))
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** When the last byte of the next paper came. */
    nextPaper: () => new Promise<number>((resolve) => (heard = resolve)),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
