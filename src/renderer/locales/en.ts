import app from './en/app.ts'
import audit from './en/audit.ts'
import baskets from './en/baskets.ts'
import command from './en/command.ts'
import common from './en/common.ts'
import counter from './en/counter.ts'
import customers from './en/customers.ts'
import dayEnd from './en/dayEnd.ts'
import documents from './en/documents.ts'
import error from './en/error.ts'
import guide from './en/guide.ts'
import keys from './en/keys.ts'
import lists from './en/lists.ts'
import pad from './en/pad.ts'
import palette from './en/palette.ts'
import goods from './en/goods.ts'
import labels from './en/labels.ts'
import imports from './en/imports.ts'
import print from './en/print.ts'
import printing from './en/printing.ts'
import products from './en/products.ts'
import report from './en/report.ts'
import returns from './en/returns.ts'
import rule from './en/rule.ts'
import scans from './en/scans.ts'
import sensitive from './en/sensitive.ts'
import session from './en/session.ts'
import settings from './en/settings.ts'
import setup from './en/setup.ts'
import shift from './en/shift.ts'
import staff from './en/staff.ts'
import stock from './en/stock.ts'
import terms from './en/terms.ts'
import tiles from './en/tiles.ts'

export default {
  ...app,
  ...terms,
  audit,
  baskets,
  command,
  common,
  counter,
  customers,
  dayEnd,
  documents,
  error,
  guide,
  keys,
  lists,
  pad,
  palette,
  goods,
  labels,
  imports,
  print,
  printing,
  products,
  report,
  returns,
  rule,
  scans,
  sensitive,
  session,
  settings,
  setup,
  shift,
  staff,
  stock,
  tiles,
}
