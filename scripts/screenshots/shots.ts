/** Which screens have their picture taken, and what is done on each before. */
import type { Page } from 'playwright-core'
import {
  chooseGrid,
  chooseToCarry,
  fillBasket,
  lock,
  lookUp,
  openFirst,
  openPalette,
  pay,
  putOnScale,
  readFile,
  scanUnknown,
  showParked,
} from './steps.ts'

export interface Shot {
  readonly name: string
  readonly path: string
  /** What to do on the page before the picture. */
  readonly prepare?: (page: Page) => Promise<void>
  /** Taken in the dark too: where colours carry meaning, or one looks longest. */
  readonly dark?: true
}

/** In this order: what one leaves in the basket, the next finds there. */
export const SHOTS: readonly Shot[] = [
  { name: 'counter', path: '/counter', prepare: fillBasket, dark: true },
  { name: 'unknown-code', path: '/counter', prepare: scanUnknown },
  { name: 'style-grid', path: '/counter', prepare: chooseGrid, dark: true },
  { name: 'weighing', path: '/counter', prepare: putOnScale },
  { name: 'price-check', path: '/counter', prepare: lookUp },
  { name: 'paying', path: '/counter', prepare: pay, dark: true },
  { name: 'parked', path: '/counter', prepare: showParked },
  { name: 'documents', path: '/documents', dark: true },
  { name: 'return', path: '/counter/return/200' },
  { name: 'return-without-receipt', path: '/counter/return' },
  { name: 'document', path: '/documents', prepare: openFirst, dark: true },
  { name: 'products', path: '/products', dark: true },
  { name: 'product', path: '/products/1' },
  { name: 'new-product', path: '/products/new' },
  { name: 'labels', path: '/labels?product=1' },
  { name: 'customers', path: '/customers', dark: true },
  { name: 'new-customer', path: '/customers/new' },
  { name: 'customer', path: '/customers/1' },
  { name: 'tiers', path: '/customers/tiers' },
  { name: 'stock', path: '/stock', dark: true },
  { name: 'movements', path: '/stock/1' },
  { name: 'adjust', path: '/stock/adjust' },
  { name: 'receive', path: '/stock/receive' },
  { name: 'transfer', path: '/stock/transfer', prepare: chooseToCarry },
  { name: 'warehouses', path: '/stock/warehouses' },
  { name: 'shift', path: '/shift', dark: true },
  { name: 'day-end', path: '/day-end', dark: true },
  { name: 'sensitive', path: '/sensitive' },
  { name: 'import', path: '/import', prepare: readFile },
  { name: 'staff', path: '/staff' },
  { name: 'new-staff', path: '/staff/new' },
  { name: 'roles', path: '/staff/roles' },
  { name: 'password', path: '/password' },
  { name: 'pin', path: '/pin' },
  { name: 'more', path: '/more' },
  { name: 'settings', path: '/settings', dark: true },
  { name: 'printers', path: '/settings/printers' },
  { name: 'print-jobs', path: '/printing' },
  { name: 'keys', path: '/keys' },
  { name: 'guide', path: '/guide/selling' },
  { name: 'palette', path: '/documents', prepare: openPalette },
  { name: 'audit', path: '/audit' },
  { name: 'receipt', path: '/print/receipt/200' },
  { name: 'sales-document', path: '/print/salesDocument/200' },
  { name: 'packing-slip', path: '/print/packingSlip/200' },
  { name: 'shift-report', path: '/print/shiftReport/2' },
  { name: 'lock', path: '/counter', prepare: lock },
]
