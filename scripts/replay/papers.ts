/** What a document of the file becomes: papers that a command can issue, and lines that none can, each with its reason. */
import { MOST_LINES } from '../../src/contract/orders.ts'
import { MOST_AMOUNT } from '../../src/contract/values.ts'
import type { SourceDocument, SourceLine } from './source.ts'

export type CodeKind = 'goods' | 'service' | 'discount'
export type PaperKind = 'sale' | 'customerReturn' | 'adjustment'

export interface Paper {
  readonly kind: PaperKind
  /** The document's number; further papers of the same kind bear a suffix. */
  readonly number: string
  /** Why stock was put right; empty for sales and returns. */
  readonly reason: string
  readonly lines: readonly SourceLine[]
}

export interface RefusedLine {
  readonly line: SourceLine
  readonly reason: string
}

export interface Papers {
  readonly papers: readonly Paper[]
  readonly refused: readonly RefusedLine[]
}

// Postage, carriage, manual entries, samples, fees, commissions and vouchers: nothing of theirs lies on a shelf.
const SERVICES = new Set(['POST', 'DOT', 'C2', 'M', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK'])
const VOUCHERS = /^GIFT_/
const DISCOUNTS = new Set(['D'])
const REASON_UNKNOWN = 'no reason given'
const LONGEST_CODE = 40
const LONGEST_NUMBER = 60

export function codeKindOf(code: string): CodeKind {
  if (DISCOUNTS.has(code)) return 'discount'
  return SERVICES.has(code) || VOUCHERS.test(code) ? 'service' : 'goods'
}

export function papersOf(document: SourceDocument): Papers {
  const lists = new Map<string, { kind: PaperKind; reason: string; lines: SourceLine[] }>()
  const refused: RefusedLine[] = []
  const isReturn = document.number.startsWith('C')
  for (const line of document.lines) {
    const refusal = refusalOf(document, line)
    if (refusal !== undefined) {
      refused.push({ line, reason: refusal })
      continue
    }
    const kind = isReturn ? 'customerReturn' : isAdjusted(line) ? 'adjustment' : 'sale'
    const reason = kind === 'adjustment' ? line.description || REASON_UNKNOWN : ''
    const key = `${kind} ${reason}`
    const list = lists.get(key)
    if (list) list.lines.push(line)
    else lists.set(key, { kind, reason, lines: [line] })
  }
  return { papers: numbered(document.number, [...lists.values()].flatMap(inParts)), refused }
}

/** Outside a return, what goes out without being sold was lost, broken or miscounted. A reduction moves no stock. */
const isAdjusted = ({ code, quantity }: SourceLine) => quantity < 0 && codeKindOf(code) !== 'discount'

/** Why no command can say this line, or undefined. */
function refusalOf({ number }: SourceDocument, line: SourceLine): string | undefined {
  const { code, quantity, price, beyond } = line
  if (number.startsWith('A')) return 'bad-debt document'
  if (number === '' || number.length > LONGEST_NUMBER) return 'document number missing or too long'
  if (code === '' || code.length > LONGEST_CODE) return 'stock code missing or too long'
  if (beyond !== null || Math.max(Math.abs(quantity), Math.abs(price)) > MOST_AMOUNT / 10)
    return 'number too fine or too large'
  if (quantity === 0) return 'nothing moved'
  if (price < 0) return 'negative price'
  const kind = codeKindOf(code)
  if (number.startsWith('C')) return quantity > 0 ? 'goods handed out by a return' : undefined
  if (kind === 'discount') return quantity > 0 ? 'discount that raises the price' : undefined
  if (quantity > 0) return undefined
  if (kind === 'service') return 'adjustment of what keeps no stock'
  return price === 0 ? undefined : 'adjustment with a price'
}

type Unnumbered = Omit<Paper, 'number'>

function inParts({ lines, ...rest }: Unnumbered): Unnumbered[] {
  const count = Math.ceil(lines.length / MOST_LINES)
  return Array.from({ length: count }, (_, part) => ({
    ...rest,
    lines: lines.slice(part * MOST_LINES, (part + 1) * MOST_LINES),
  }))
}

function numbered(number: string, papers: readonly Unnumbered[]): Paper[] {
  const counts = new Map<PaperKind, number>()
  return papers.map((paper) => {
    const count = (counts.get(paper.kind) ?? 0) + 1
    counts.set(paper.kind, count)
    return { ...paper, number: count === 1 ? number : `${number}/${count}` }
  })
}
