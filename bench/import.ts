/** 50,000 products from a file of an old system, beside a counter that must not notice. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import iconv from 'iconv-lite'
import { ulid } from 'ulid'
import { UPLOAD_BYTES } from '../src/contract/imports.ts'
import { clientOf, connectionAs } from '../src/main/testing/a-shop.ts'
import { BUILT, openBench, OWNER } from './host.ts'
import { milliseconds, rounded, type Result } from './measure.ts'

const PRODUCTS = 50_000
const BUDGET_SECONDS = 20
const BUDGET_STALL_MS = 50
const BUDGET_MEMORY_MB = 250
const MEGABYTE = 1024 * 1024

type Client = ReturnType<typeof clientOf>

export async function importing(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-bench-import-'))
  const { core } = openBench(folder, BUILT)
  try {
    await core.createShop(
      {
        requestId: ulid(),
        shopName: '小店',
        trade: 'general',
        ownerName: '店主',
        password: 'bench-password',
        currency: 'CNY',
        timeZone: 'Asia/Shanghai',
      },
      'bench',
    )
    const client = clientOf(core, connectionAs(OWNER))
    const first = await measured(() => bringIn(client, aCatalogue()))
    const again = await measured(() => bringIn(client, aCatalogue()))
    if (first.counts.created !== PRODUCTS || again.counts.same !== PRODUCTS) throw new Error('not all came in once')
    return [
      {
        name: `${PRODUCTS.toLocaleString('en')} products from a GB18030 file, from upload to the last`,
        budget: `≤ ${BUDGET_SECONDS} s`,
        measured: `${first.seconds.toFixed(1)} s (again, unchanged: ${again.seconds.toFixed(1)} s)`,
        pass: first.seconds <= BUDGET_SECONDS,
        figures: { seconds: rounded(first.seconds), secondsAgain: rounded(again.seconds), ...first.parts },
      },
      {
        name: 'main-thread stall while importing',
        budget: `≤ ${BUDGET_STALL_MS} ms`,
        measured: milliseconds(first.stall),
        pass: first.stall <= BUDGET_STALL_MS,
        figures: { stall: rounded(first.stall), stallAgain: rounded(again.stall) },
      },
      {
        name: 'memory that an import takes on top, threads and all',
        budget: `≤ ${BUDGET_MEMORY_MB} MB`,
        measured: `${(first.memory - first.before).toFixed(0)} MB`,
        pass: first.memory - first.before <= BUDGET_MEMORY_MB,
        figures: { megabytes: rounded(first.memory), before: rounded(first.before) },
      },
    ]
  } finally {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured<T extends object>(work: () => Promise<T>) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss / MEGABYTE
  const delay = monitorEventLoopDelay({ resolution: 1 })
  let memory = before
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss / MEGABYTE)), 50)
  delay.enable()
  const start = performance.now()
  const answer = await work()
  const seconds = (performance.now() - start) / 1_000
  delay.disable()
  clearInterval(watch)
  return { ...answer, seconds, memory, before, stall: delay.max / 1e6 }
}

async function bringIn({ imports }: Client, bytes: Buffer) {
  const requestId = () => ulid()
  const begun = performance.now()
  const { id: importId } = await imports.begin({
    requestId: requestId(),
    kind: 'products',
    fileName: 'a.csv',
    bytes: bytes.length,
  })
  for (let offset = 0; offset < bytes.length; offset += UPLOAD_BYTES) {
    const data = bytes.subarray(offset, offset + UPLOAD_BYTES).toString('base64')
    await imports.upload({ requestId: requestId(), importId, offset, data })
  }
  const { columns } = await imports.read({ requestId: requestId(), importId })
  const read = performance.now()
  await imports.plan({ requestId: requestId(), importId, fields: columns.map(({ field }) => field) })
  const planned = performance.now()
  await imports.start({ requestId: requestId(), importId })
  for (;;) {
    const { state, counts } = await imports.get({ importId })
    if (state !== 'running') {
      const parts = { read: rounded((read - begun) / 1_000), planned: rounded((planned - read) / 1_000) }
      return { counts, parts }
    }
    await pause(20)
  }
}

/** As 管家婆 and its like export: by name, with barcodes, prices and what is there. */
function aCatalogue(): Buffer {
  const words = ['龙井', '普洱', '毛巾', '牙膏', '大衣', '围巾', '酱油', '饼干', '电池', '雨伞']
  const lines = Array.from({ length: PRODUCTS }, (_, at) => {
    const title = `${words[at % 10] ?? ''}${words[Math.floor(at / 10) % 10] ?? ''}${at}号 ${at % 7}00g`
    const barcode = String(6_900_000_000_000 + at)
    return `G${at},${title},${barcode},件,${(at % 90) + 10}.50,${(at % 60) + 5},${at % 3 === 0 ? at % 50 : ''},${words[at % 10] ?? ''}`
  })
  return iconv.encode(`货号,品名,条码,单位,零售价,进货价,库存,类别\r\n${lines.join('\r\n')}`, 'gb18030')
}
