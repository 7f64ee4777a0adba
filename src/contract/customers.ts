/** Who buys. Phones and addresses are masked until someone reveals them, which is recorded (DESIGN §7). */
import { z } from 'zod'
import { birthday } from './birthday.ts'
import { refusals } from './errors.ts'
import { count, page, pageOf, sortedPage } from './paging.ts'
import { command, query } from './procedure.ts'
import { id, money, note, optionalText, positiveMoney, requestId, text, time, uid } from './values.ts'

export const customerInput = z.object({
  code: optionalText(40),
  name: text(80),
  phone: optionalText(40),
  address: optionalText(200),
  note: note(),
  /** The most that may be owed; null for no limit. */
  creditLimit: positiveMoney.nullable(),
  /** The kind of customer; null pays the retail price. Absent, it stays as it is. */
  tierId: id.nullable().optional(),
  /** Empty where nobody told it. Absent, it stays as it is. */
  birthday: birthday.or(z.literal('')).optional(),
})
export type CustomerInput = z.infer<typeof customerInput>

export const customerRow = z.object({
  id,
  uid,
  code: z.string(),
  name: z.string(),
  maskedPhone: z.string(),
  owed: money,
  archived: z.boolean(),
})
export type CustomerRow = z.infer<typeof customerRow>

export const customerView = customerRow.extend({
  maskedAddress: z.string(),
  note: z.string(),
  creditLimit: money.nullable(),
  tierId: id.nullable(),
  tierName: z.string(),
  birthday: z.string(),
  /** 退货余额, 储值余额 and 积分. */
  storeCredit: money,
  storedValue: money,
  points: z.int(),
  createdAt: time,
})
export type CustomerView = z.infer<typeof customerView>

/** What a file of customers says of each beyond the list, so that it can be brought in again. */
export const customerParticulars = customerView.pick({
  ...{ maskedAddress: true, note: true, creditLimit: true, tierName: true, birthday: true },
  ...{ storedValue: true, points: true },
})
export type CustomerParticulars = z.infer<typeof customerParticulars>
export const listedCustomer = customerRow.extend({ particulars: customerParticulars.optional() })
export type ListedCustomer = z.infer<typeof listedCustomer>

const inFull = z.object({ phone: z.string(), address: z.string() })
export type InFull = z.infer<typeof inFull>

export const accountEntry = z.object({
  id,
  documentId: id,
  documentNumber: z.string(),
  documentKind: z.string(),
  amount: money,
  owedAfter: money,
  recordedAt: time,
})

/** What the list may be sorted by; names go by their pinyin initials. */
export const CUSTOMER_SORTS = ['newest', 'name', 'owed'] as const
export type CustomerSort = (typeof CUSTOMER_SORTS)[number]

export const customers = {
  list: query('customers.list', { access: 'customers.view' })
    .route({ method: 'GET', path: '/customers' })
    .input(
      sortedPage.extend({
        search: optionalText(60).default(''),
        owing: z.boolean().default(false),
        archived: z.boolean().default(false),
        sort: z.enum(CUSTOMER_SORTS).default('newest'),
        /** For a file: each with its particulars, phones and addresses masked as everywhere. */
        withParticulars: z.boolean().default(false),
      }),
    )
    .output(pageOf(listedCustomer)),
  /** How many owe, or are owed. */
  counts: query('customers.counts', { access: 'customers.view' })
    .route({ method: 'GET', path: '/customers/counts' })
    .input(z.object({ archived: z.boolean().default(false) }))
    .output(z.object({ owing: count })),
  get: query('customers.get', { access: 'customers.view' })
    .route({ method: 'GET', path: '/customers/{customerId}' })
    .input(z.object({ customerId: id }))
    .output(customerView)
    .errors(refusals('CUSTOMER_NOT_FOUND')),
  /** What makes up what is owed, newest first. */
  account: query('customers.account', { access: 'customers.view' })
    .route({ method: 'GET', path: '/customers/{customerId}/account' })
    .input(page.extend({ customerId: id }))
    .output(pageOf(accountEntry))
    .errors(refusals('CUSTOMER_NOT_FOUND')),
  create: command('customers.create', { access: 'customers.edit' })
    .route({ method: 'POST', path: '/customers' })
    .input(customerInput.extend({ requestId }))
    .output(customerView)
    .errors(refusals('CODE_TAKEN', 'TIER_NOT_FOUND')),
  update: command('customers.update', { access: 'customers.edit' })
    .route({ method: 'PUT', path: '/customers/{customerId}' })
    // Phone and address stay as they are when absent: one may edit a customer without having seen them in full.
    .input(customerInput.partial({ phone: true, address: true }).extend({ requestId, customerId: id }))
    .output(customerView)
    .errors(refusals('CUSTOMER_NOT_FOUND', 'CODE_TAKEN', 'TIER_NOT_FOUND')),
  archive: command('customers.archive', { access: 'customers.edit' })
    .route({ method: 'POST', path: '/customers/{customerId}/archive' })
    .input(z.object({ requestId, customerId: id, archived: z.boolean() }))
    .output(customerView)
    .errors(refusals('CUSTOMER_NOT_FOUND', 'CUSTOMER_HAS_DEBT', 'CODE_TAKEN')),
  /** What a customer brings from the system before: once for each kind of it. */
  openingBalance: command('customers.openingBalance', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/customers/{customerId}/openingBalance' })
    .input(
      z.object({
        requestId,
        customerId: id,
        owed: positiveMoney.optional(),
        storeCredit: positiveMoney.optional(),
        storedValue: positiveMoney.optional(),
        points: positiveMoney.optional(),
      }),
    )
    .output(customerView)
    .errors(refusals('CUSTOMER_NOT_FOUND', 'OPENING_BALANCE_EXISTS', 'AMOUNT_TOO_LARGE')),
  /** Shows phone and address in full; a command, because who looked is recorded. */
  reveal: command('customers.reveal', { access: 'customers.reveal' })
    .route({ method: 'POST', path: '/customers/{customerId}/reveal' })
    .input(z.object({ requestId, customerId: id }))
    .output(inFull)
    .errors(refusals('CUSTOMER_NOT_FOUND')),
  /** The same of a page of a file; recorded as well. */
  revealMany: command('customers.revealMany', { access: 'customers.reveal' })
    .route({ method: 'POST', path: '/customers/reveal' })
    .input(z.object({ requestId, customerIds: z.array(id).min(1).max(200) }))
    .output(z.array(inFull.extend({ id })))
    .errors(refusals('CUSTOMER_NOT_FOUND')),
}
