/** A replay from the file to the report. */
import { bookingInto, type Booking, type Sales } from './booking.ts'
import { linksFor, type Links } from './links.ts'
import { papersOf, type Paper } from './papers.ts'
import type { Pace } from './pace.ts'
import { planOf, type Plan, type PlannedDocument } from './plan.ts'
import type { Progress } from './progress.ts'
import { prove } from './proof.ts'
import { reportOf, type Report } from './report.ts'
import { setUp } from './set-up.ts'
import { momentBefore, openReplayShop, OWNER, type ReplayShop } from './shop.ts'
import { readSource, type SourceDocument } from './source.ts'
import { counting, type Counting, type Tally } from './tally.ts'
import { openTill, type Till } from './till.ts'

export interface Replay {
  readonly file: string
  readonly folder: string
  readonly pace: Pick<Pace, 'turn'>
  readonly progress: (total: number) => Progress
  readonly say: (sentence: string) => void
  /** Receives what the shop logged as unforeseen. */
  readonly faults: object[]
}

/** @returns null where it was stopped before the end */
export async function replay(wanted: Replay): Promise<Report | null> {
  const { file, folder, faults, say } = wanted
  say(`reading ${file}`)
  const source = await readSource(file)
  const shop = await openReplayShop(folder, momentBefore(source), faults)
  try {
    if (shop.password !== null) say(`founded a shop: ${OWNER} signs in with the password ${shop.password}`)
    const booked = await bookYear(shop, source, wanted)
    return booked && (await reportOn(shop, booked, say))
  } finally {
    await shop.close()
  }
}

interface Booked {
  readonly tally: Tally
  readonly linesPerSecond: number
}

/** @returns null where it was stopped before the end */
async function bookYear(
  shop: ReplayShop,
  source: readonly SourceDocument[],
  { pace, progress, say }: Replay,
): Promise<Booked | null> {
  const profile = shop.opened.shop()
  const plan = planOf(source, profile)
  shop.setClock(momentBefore(source, profile.profile.timeZone))
  say(`setting up ${plan.products.length} products, ${plan.customers.length} customers and their opening stock`)
  const directory = await setUp(shop, plan, pace)
  if (!directory) return null
  const bar = progress(plan.lineCount)
  const start = performance.now()
  const done = await bookAll(shop, plan, { booking: bookingInto(shop, directory), pace, bar })
  bar.end()
  if (!done) return null
  const seconds = (performance.now() - start) / 1_000
  return { tally: done.tally, linesPerSecond: done.newLines / seconds }
}

async function reportOn(shop: ReplayShop, { tally, linesPerSecond }: Booked, say: Replay['say']): Promise<Report> {
  say('checking every sum')
  const proof = await prove(shop, tally)
  return reportOf(tally, proof, { decimals: shop.opened.shop().currencyDecimals, linesPerSecond })
}

interface Work {
  readonly booking: Booking
  readonly pace: Replay['pace']
  readonly bar: Progress
}

async function bookAll(
  shop: ReplayShop,
  plan: Plan,
  { booking, pace, bar }: Work,
): Promise<{ tally: Tally; newLines: number } | null> {
  const count = counting(shop.opened.shop().currencyDecimals)
  const links = linksFor(plan.documents.map(({ source }) => source))
  const till = await openTill(shop, plan.floats)
  let newLines = 0
  let day = plan.documents[0]?.day
  for (const document of plan.documents) {
    if (day !== undefined && document.day !== day) await till.endDay(day)
    day = document.day
    shop.setClock(document.at)
    newLines += await bookDocument(document, { booking, links, till, count })
    bar.advance(document.source.lines.length)
    if (!(await pace.turn())) return null
  }
  if (day !== undefined) await till.endDay(day)
  return { tally: count.tally, newLines }
}

interface Desk {
  readonly booking: Booking
  readonly links: Links
  readonly till: Till
  readonly count: Counting
}

/** @returns how many lines were not booked before */
async function bookDocument({ source, day }: PlannedDocument, { booking, links, till, count }: Desk): Promise<number> {
  const { papers, refused } = papersOf(source)
  let newLines = 0
  count.document(source)
  for (const { line, reason } of refused) count.refused(source, line, reason)
  for (const paper of papers) {
    const sales = salesOf(paper, source.customer, links)
    const isNew = !booking.isBooked(paper)
    if (isNew && booking.isCash(paper, source.customer)) await till.takeCash(day, paper.number)
    const refusal = isNew ? await booking.book(paper, source.customer, sales) : null
    if (isNew) newLines += paper.lines.length
    if (refusal === null) {
      if (paper.kind === 'sale') links.sold(source.customer, paper)
      count.booked(source, paper, sales)
      continue
    }
    for (const [index, line] of paper.lines.entries()) {
      const sale = sales[index]
      if (sale) links.giveBack(sale, line)
      count.refused(source, line, `refused by the shop: ${refusal}`)
    }
  }
  return newLines
}

function salesOf({ kind, lines }: Paper, customer: string, links: Links): Sales {
  return kind === 'customerReturn' && customer !== '' ? lines.map((line) => links.take(customer, line)) : []
}
