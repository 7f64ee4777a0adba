/** Every list, filter, lookup and search of the contract, each with inputs that vary from sample to sample. */
import { DOCUMENT_KINDS, PAYMENT_STATES, UNFINISHED_STATES } from '../../src/contract/documents.ts'
import { SKU_SORTS } from '../../src/contract/products.ts'
import type { Opened } from '../host.ts'
import { initialsOf, letterOf, pieceOf, type Samples } from './samples.ts'

type Client = Opened['client']
/** Asks once, with an input of its own. */
export type Ask = (client: Client, samples: Samples) => Promise<unknown>
export type Cases = Readonly<Record<string, Ask>>

type DocumentFilter = NonNullable<Parameters<Client['documents']['list']>[0]>
type SkuFilter = NonNullable<Parameters<Client['products']['list']>[0]>
type CustomerFilter = NonNullable<Parameters<Client['customers']['list']>[0]>

const listed =
  (filter: (samples: Samples) => object): Ask =>
  (client, samples) =>
    client.documents.list(filter(samples) as DocumentFilter)
const shelved =
  (filter: (samples: Samples) => object): Ask =>
  (client, samples) =>
    client.products.list(filter(samples) as SkuFilter)
const known =
  (filter: (samples: Samples) => object): Ask =>
  (client, samples) =>
    client.customers.list(filter(samples) as CustomerFilter)

/** A day of trade, and the same some days later. */
const DAY = 24 * 60 * 60 * 1000
const daysOf = (samples: Samples, days: number) => {
  const from = samples.document().day
  return { from, to: new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10) }
}

const documentCases: Cases = {
  'documents, first page': listed(() => ({})),
  'documents, later page': listed((samples) => ({ after: cursorAt(samples) })),
  ...each('documents of kind', DOCUMENT_KINDS, (kind) => listed(() => ({ kind }))),
  ...each('documents of kind, later page:', DOCUMENT_KINDS, (kind) =>
    listed((samples) => ({ kind, after: cursorAt(samples) })),
  ),
  ...each('documents by payment', PAYMENT_STATES, (payment) => listed(() => ({ payment }))),
  ...each('documents by payment, later page:', PAYMENT_STATES, (payment) =>
    listed((samples) => ({ payment, after: cursorAt(samples) })),
  ),
  'documents by kind and payment': listed(({ chance }) => ({
    kind: chance.pick(DOCUMENT_KINDS),
    payment: chance.pick(PAYMENT_STATES),
  })),
  'documents of a day': listed((samples) => daysOf(samples, 0)),
  'documents of a week': listed((samples) => daysOf(samples, 6)),
  'documents of a year': listed((samples) => daysOf(samples, 364)),
  'documents of a month by kind': listed((samples) => ({
    ...daysOf(samples, 30),
    kind: samples.chance.pick(DOCUMENT_KINDS),
  })),
  'documents of a month by payment': listed((samples) => ({
    ...daysOf(samples, 30),
    payment: samples.chance.pick(PAYMENT_STATES),
  })),
  'documents of a month by both': listed((samples) => ({
    ...daysOf(samples, 30),
    kind: samples.chance.pick(DOCUMENT_KINDS),
    payment: samples.chance.pick(PAYMENT_STATES),
  })),
  ...each('documents that stand at', UNFINISHED_STATES, (state) => listed(() => ({ state }))),
  'documents that owe': listed(() => ({ payment: 'owing' })),
  'documents that owe, later page': listed((samples) => ({ payment: 'owing', after: cursorAt(samples) })),
  'documents of a day that owe': listed((samples) => ({ ...daysOf(samples, 0), payment: 'owing' })),
  'documents of a customer': listed((samples) => ({ customerId: samples.customer().id })),
  'documents of a good customer': listed((samples) => ({ customerId: samples.goodCustomer().id })),
  'documents of a good customer by kind': listed((samples) => ({
    customerId: samples.goodCustomer().id,
    kind: samples.chance.pick(DOCUMENT_KINDS),
  })),
  'documents of a good customer by payment': listed((samples) => ({
    customerId: samples.goodCustomer().id,
    payment: samples.chance.pick(PAYMENT_STATES),
  })),
  'documents of a good customer in a month': listed((samples) => ({
    ...daysOf(samples, 30),
    customerId: samples.goodCustomer().id,
  })),
}

const documentSearches: Cases = {
  'find document by number': listed((samples) => ({ search: samples.document().number })),
  'find documents by number without its end': listed((samples) => ({ search: samples.document().number.slice(0, -2) })),
  'find documents by day in number': listed((samples) => ({ search: samples.document().number.slice(0, 11) })),
  'find documents by month in number': listed((samples) => ({ search: samples.document().number.slice(0, 9) })),
  'find documents by year in number': listed((samples) => ({ search: samples.document().number.slice(0, 7) })),
  'find documents by number and kind': listed((samples) => ({
    search: samples.document().number.slice(0, 7),
    kind: samples.chance.pick(DOCUMENT_KINDS),
  })),
  'find documents by 1 character': listed((samples) => ({ search: pieceOf(samples, samples.customer().name, 1) })),
  'find documents by 2 characters': listed((samples) => ({ search: pieceOf(samples, samples.customer().name, 2) })),
  'find documents by 3 characters': listed((samples) => ({ search: pieceOf(samples, samples.customer().name, 3) })),
  'find documents by customer': listed((samples) => ({ search: samples.customer().name })),
  'find documents by good customer': listed((samples) => ({ search: samples.goodCustomer().name })),
  'find documents by good customer and kind': listed((samples) => ({
    search: samples.goodCustomer().name,
    kind: samples.chance.pick(DOCUMENT_KINDS),
  })),
  'find documents by 1 character and kind': listed((samples) => ({
    search: pieceOf(samples, samples.customer().name, 1),
    kind: samples.chance.pick(DOCUMENT_KINDS),
  })),
  'find documents by 2 characters in a month': listed((samples) => ({
    ...daysOf(samples, 30),
    search: pieceOf(samples, samples.customer().name, 2),
  })),
  'find documents by phone': listed((samples) => ({ search: samples.customer().phone })),
  'find documents by end of phone': listed((samples) => ({ search: samples.customer().phone.slice(-4) })),
  'find documents by nothing known': listed(({ chance }) => ({ search: `x${chance.below(1_000_000)}` })),
}

/** Into the list somewhere, as after many pages. */
function cursorAt(samples: Samples): string {
  const { id, day } = samples.document()
  return `${day}:${id}`
}

/** In both directions, and from a place somewhere in the list. */
const sorted = <S extends string>(
  name: string,
  sorts: readonly S[],
  ask: (sort: S, order: 'asc' | 'desc') => Ask,
): Cases =>
  Object.assign(
    {},
    ...(['asc', 'desc'] as const).map((order) => each(`${name}, ${order}, by`, sorts, (sort) => ask(sort, order))),
  ) as Cases

const documentsSorted: Cases = {
  'documents, oldest first': listed(() => ({ order: 'asc' })),
  'documents of kind, oldest first': listed(({ chance }) => ({ order: 'asc', kind: chance.pick(DOCUMENT_KINDS) })),
  'documents of a good customer, oldest first': listed((samples) => ({
    order: 'asc',
    customerId: samples.goodCustomer().id,
  })),
  'documents of a day by total': listed((samples) => ({ ...daysOf(samples, 0), sort: 'total' })),
  'documents of a week by total': listed((samples) => ({ ...daysOf(samples, 6), sort: 'total' })),
  'documents of a month by total': listed((samples) => ({ ...daysOf(samples, 29), sort: 'total', order: 'asc' })),
  'documents of a month by total, later page': listed((samples) => ({
    ...daysOf(samples, 29),
    sort: 'total',
    after: `${samples.documentId()}:${samples.chance.below(100_000)}`,
  })),
  'documents of a month by kind and total': listed((samples) => ({
    ...daysOf(samples, 29),
    kind: samples.chance.pick(DOCUMENT_KINDS),
    sort: 'total',
  })),
  'documents of a good customer by total': listed((samples) => ({
    customerId: samples.goodCustomer().id,
    sort: 'total',
  })),
  'find documents by 1 character, by total': listed((samples) => ({
    search: pieceOf(samples, samples.customer().name, 1),
    sort: 'total',
  })),
  'documents counted': (client) => client.documents.counts({}),
  'documents of a month counted': (client, samples) =>
    client.documents.counts(daysOf(samples, 29) as Parameters<Client['documents']['counts']>[0]),
}

const STOCK = ['negative', 'none', 'some'] as const
const SORTS = SKU_SORTS.filter((sort) => sort !== 'newest')
const keyFor = (samples: Samples, sort: string): string | number => {
  const { code, title, price } = samples.sku()
  return sort === 'code'
    ? code
    : sort === 'title'
      ? title
      : sort === 'price'
        ? price
        : samples.chance.below(50_000) - 5_000
}
const later = (samples: Samples, sort: string) => `${samples.sku().id}:${keyFor(samples, sort)}`

const productsSorted: Cases = {
  ...sorted('goods', SORTS, (sort, order) => shelved(() => ({ sort, order }))),
  ...sorted('goods, later page', SORTS, (sort, order) =>
    shelved((samples) => ({ sort, order, after: later(samples, sort) })),
  ),
  ...sorted('goods with the archived', SORTS, (sort, order) => shelved(() => ({ sort, order, archived: true }))),
  ...sorted('goods on hand', SORTS, (sort, order) => shelved(() => ({ sort, order, stock: 'some' }))),
  ...sorted('goods out of stock', SORTS, (sort, order) =>
    shelved((samples) => ({ sort, order, stock: 'none', after: later(samples, sort) })),
  ),
  ...sorted('goods sold below zero', SORTS, (sort, order) =>
    shelved(() => ({ sort, order, stock: 'negative', kind: 'goods' })),
  ),
  ...sorted('services', SORTS, (sort, order) => shelved(() => ({ sort, order, kind: 'service' }))),
  ...sorted('goods by 1 letter', SORTS, (sort, order) =>
    shelved((samples) => ({ sort, order, search: letterOf(samples) })),
  ),
  ...sorted('goods by 1 character', SORTS, (sort, order) =>
    shelved((samples) => ({ sort, order, search: pieceOf(samples, samples.sku().title, 1) })),
  ),
  'goods counted': (client) => client.products.counts({}),
  'goods counted among a filter': (client, { chance }) =>
    client.products.counts({ stock: chance.pick(STOCK), archived: true }),
}

const productCases: Cases = {
  'goods, first page': shelved(() => ({})),
  'goods, later page': shelved(({ chance, counts }) => ({ after: String(chance.between(100, counts.skus)) })),
  'goods of kind goods': shelved(() => ({ kind: 'goods' })),
  'goods of kind service': shelved(() => ({ kind: 'service' })),
  'goods with the archived': shelved(() => ({ archived: true })),
  ...each('goods whose stock is', STOCK, (stock) => shelved(() => ({ stock }))),
  ...each('goods whose stock is, later page:', STOCK, (stock) =>
    shelved(({ chance, counts }) => ({ stock, after: String(chance.between(100, counts.skus)) })),
  ),
  'goods by code': shelved((samples) => ({ search: samples.sku().code })),
  'goods by barcode': shelved((samples) => ({ search: samples.sku().barcode })),
  'goods by end of barcode': shelved((samples) => ({ search: samples.sku().barcode.slice(-4) })),
  'goods by 1 character': shelved((samples) => ({ search: pieceOf(samples, samples.sku().title, 1) })),
  'goods by 2 characters': shelved((samples) => ({ search: pieceOf(samples, samples.sku().title, 2) })),
  'goods by 3 characters': shelved((samples) => ({ search: pieceOf(samples, samples.sku().title, 3) })),
  'goods by 1 letter': shelved((samples) => ({ search: letterOf(samples) })),
  'goods by initials': shelved((samples) => ({ search: initialsOf(samples) })),
  'goods by two words': shelved((samples) => ({
    search: `${pieceOf(samples, samples.sku().title, 1)} ${pieceOf(samples, samples.sku().title, 2)}`,
  })),
  'goods by 1 character and stock': shelved((samples) => ({
    search: pieceOf(samples, samples.sku().title, 1),
    stock: samples.chance.pick(STOCK),
  })),
  'goods by 2 characters and kind': shelved((samples) => ({
    search: pieceOf(samples, samples.sku().title, 2),
    kind: samples.chance.pick(['goods', 'service']),
  })),
  'goods by initials, all filters': shelved((samples) => ({
    search: initialsOf(samples),
    stock: samples.chance.pick(STOCK),
    kind: 'goods',
    archived: true,
  })),
}

const customerCases: Cases = {
  'customers, first page': known(() => ({})),
  'customers, later page': known(({ chance, counts }) => ({ after: String(chance.between(100, counts.customers)) })),
  'customers who owe': known(() => ({ owing: true })),
  'customers with the archived': known(() => ({ archived: true })),
  'customers by code': known((samples) => ({ search: samples.customer().code })),
  'customers by phone': known((samples) => ({ search: samples.customer().phone })),
  'customers by end of phone': known((samples) => ({ search: samples.customer().phone.slice(-4) })),
  'customers by 1 character': known((samples) => ({ search: pieceOf(samples, samples.customer().name, 1) })),
  'customers by 2 characters': known((samples) => ({ search: pieceOf(samples, samples.customer().name, 2) })),
  'customers by 3 characters': known((samples) => ({ search: pieceOf(samples, samples.customer().name, 3) })),
  'customers by 1 letter': known((samples) => ({ search: letterOf(samples) })),
  'customers by 1 character who owe': known((samples) => ({
    search: pieceOf(samples, samples.customer().name, 1),
    owing: true,
  })),
  'customers by number in name': known((samples) => ({ search: samples.customer().name.slice(-5) })),
}

const PEOPLE_SORTS = ['name', 'owed'] as const
const customersSorted: Cases = {
  ...sorted('customers', PEOPLE_SORTS, (sort, order) => known(() => ({ sort, order }))),
  ...sorted('customers, later page', PEOPLE_SORTS, (sort, order) =>
    known((samples) => ({ sort, order, after: `${samples.customer().id}:${sort === 'owed' ? 0 : 'k'}` })),
  ),
  ...sorted('customers who owe', PEOPLE_SORTS, (sort, order) => known(() => ({ sort, order, owing: true }))),
  ...sorted('customers by 1 letter', PEOPLE_SORTS, (sort, order) =>
    known((samples) => ({ sort, order, search: letterOf(samples) })),
  ),
  'customers counted': (client) => client.customers.counts({}),
}

const openings: Cases = {
  'scan a barcode': (client, samples) => client.products.scan({ code: samples.sku().barcode }),
  'scan a code': (client, samples) => client.products.scan({ code: samples.sku().code }),
  'scan something unknown': (client, { chance }) => client.products.scan({ code: `29${chance.below(10 ** 9)}` }),
  'open a product': (client, samples) => client.products.get({ productId: samples.sku().productId }),
  'price a basket of 3': (client, samples) =>
    client.orders.price({
      ...NOTHING_OFF,
      customerId: null,
      lines: [samples.sku(), samples.busySku(), samples.sku()].map(oneOf),
    } as Parameters<Client['orders']['price']>[0]),
  'open a document': (client, samples) => client.documents.get({ documentId: samples.documentId() }),
  'open a document by number': (client, samples) => client.documents.byNumber({ number: samples.document().number }),
  'a sale to return, the last ones': (client) => client.returns.findSales({}),
  'a sale to return by the end of its number': (client, samples) =>
    client.returns.findSales({ search: samples.document().number.slice(-4) }),
  'a sale to return by what was bought': (client, samples) =>
    client.returns.findSales({ search: samples.busySku().code }),
  'a sale to return by 2 characters': (client, samples) =>
    client.returns.findSales({ search: pieceOf(samples, samples.sku().title, 2) }),
  'open a receipt': (client, samples) => client.documents.paper({ documentId: samples.documentId(), paper: 'receipt' }),
  'open a customer': (client, samples) => client.customers.get({ customerId: samples.customer().id }),
  'account of a good customer': (client, samples) =>
    client.customers.account({ customerId: samples.goodCustomer().id }),
  'level of a good': (client, samples) => client.stock.level({ skuId: samples.sku().id }),
  'movements of a good': (client, samples) => client.stock.movements({ skuId: samples.sku().id }),
  'movements of a busy good': (client, samples) => client.stock.movements({ skuId: samples.busySku().id }),
  'movements of a busy good, all on one page': (client, samples) =>
    client.stock.movements({ skuId: samples.busySku().id, limit: 200 }),
  'the drawer': (client) => client.drawer.current({}),
  'shifts, first page': (client) => client.drawer.list({}),
  'shifts, later page': (client, samples) => client.drawer.list({ after: String(samples.shiftId()) }),
  'shifts by difference': (client, { chance }) =>
    client.drawer.list({ sort: 'difference', order: chance.pick(['asc', 'desc']) }),
  'a shift report': (client, samples) => client.drawer.report({ shiftId: samples.shiftId() }),
  'the day-end': (client) => client.dayEnd.get({}),
  'sensitive actions': (client) => client.sensitive.list({}),
  'audit, first page': (client) => client.audit.list({}),
  'audit, later page': (client, { chance, counts }) =>
    client.audit.list({ after: String(chance.between(100, counts.commands)) }),
  'audit, oldest first': (client) => client.audit.list({ order: 'asc' }),
  'audit of one person': (client, samples) => client.audit.list({ staffId: samples.staffId() }),
  'audit of one person, later page': (client, samples) =>
    client.audit.list({
      staffId: samples.staffId(),
      after: String(samples.chance.between(100, samples.counts.commands)),
    }),
  'the tiles of the counter': (client) => client.tiles.list({}),
  staff: (client) => client.staff.list({}),
  settings: (client) => client.settings.get({}),
}

const NOTHING_OFF = { saleDiscount: null, roundOff: 'none' as const }
const oneOf = ({ id }: { readonly id: number }) => ({ kind: 'item' as const, skuId: id, quantity: 1_000 })

function each<T extends string>(name: string, choices: readonly T[], ask: (choice: T) => Ask): Cases {
  return Object.fromEntries(choices.map((choice) => [`${name} ${choice}`, ask(choice)]))
}

export const CASES: Cases = {
  ...{ ...documentCases, ...documentSearches, ...documentsSorted },
  ...{ ...productCases, ...productsSorted, ...customerCases, ...customersSorted, ...openings },
}
