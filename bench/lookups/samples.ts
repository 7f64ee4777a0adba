/** What people type, scan and open, drawn from a generated shop: as varied as its goods, customers and documents. */
import type Database from 'better-sqlite3'
import { chanceFrom, type Chance } from '../../src/main/demo/invented/chance.ts'

export interface Samples {
  readonly chance: Chance
  documentId(): number
  document(): { readonly id: number; readonly number: string; readonly day: string }
  customer(): Person
  /** One of the few who buy most. */
  goodCustomer(): Person
  sku(): Article
  /** One of the few that sell most. */
  busySku(): Article
  staffId(): number
  shiftId(): number
  /** How many there are of each. */
  readonly counts: {
    readonly documents: number
    readonly commands: number
    readonly customers: number
    readonly skus: number
    readonly shifts: number
  }
}

interface Person {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly phone: string
}

interface Article {
  readonly id: number
  readonly productId: number
  readonly code: string
  readonly title: string
  readonly barcode: string
  readonly price: number
}

const SEED = 11
const FEW = 100

export function samplesOf(sqlite: Database.Database): Samples {
  const chance = chanceFrom(SEED)
  const highest = (table: string) => sqlite.prepare<[], number>(`SELECT max(rowid) FROM ${table}`).pluck().get() ?? 0
  const counts = {
    documents: highest('documents'),
    commands: highest('commands'),
    customers: highest('customers'),
    skus: highest('skus'),
    shifts: highest('shifts'),
  }
  const document = sqlite.prepare<[number], { id: number; number: string; day: string }>(
    'SELECT id, number, business_day AS day FROM documents WHERE id = ?',
  )
  const customer = sqlite.prepare<[number], Person>('SELECT id, code, name, phone FROM customers WHERE id = ?')
  const skus = sqlite
    .prepare<[], Article>(
      `SELECT skus.id, product_id AS productId, skus.code, title, barcode, price FROM skus
       JOIN products ON products.id = product_id JOIN barcodes ON sku_id = skus.id
       WHERE skus.archived_at IS NULL AND kind = 'goods' ORDER BY skus.id`,
    )
    .all()
  const documentId = () => chance.between(1, counts.documents)
  return {
    chance,
    counts,
    documentId,
    document: () => document.get(documentId())!,
    customer: () => customer.get(chance.between(1, counts.customers))!,
    goodCustomer: () => customer.get(chance.between(1, FEW))!,
    sku: () => chance.pick(skus),
    busySku: () => skus[chance.below(FEW)]!,
    staffId: () => chance.between(1, 6),
    shiftId: () => chance.between(1, counts.shifts),
  }
}

const HAN = /\p{Script=Han}+/u
/** The initials of the pieces that titles and names are made of. */
const INITIALS = [
  'dy',
  'cs',
  'cq',
  'lyq',
  'wy',
  'ny',
  'pe',
  'lj',
  'tgy',
  'dhp',
  'bls',
  'mlhc',
  'ns',
  'zm',
  'xy',
  'sz',
  'tz',
  'yr',
]

export const pieceOf = ({ chance }: Samples, text: string, length: number): string => {
  const characters = [...(HAN.exec(text)?.[0] ?? text)]
  const from = chance.below(Math.max(1, characters.length - length + 1))
  return characters.slice(from, from + length).join('')
}

const LETTERS = 'abcdefghjklmnpqrstwxyz'

export const initialsOf = ({ chance }: Samples): string => chance.pick(INITIALS)
export const letterOf = ({ chance }: Samples): string => LETTERS.charAt(chance.below(LETTERS.length))
