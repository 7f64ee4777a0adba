import app from './zh-TW/app.ts'
import audit from './zh-TW/audit.ts'
import baskets from './zh-TW/baskets.ts'
import command from './zh-TW/command.ts'
import common from './zh-TW/common.ts'
import counter from './zh-TW/counter.ts'
import customers from './zh-TW/customers.ts'
import dayEnd from './zh-TW/dayEnd.ts'
import documents from './zh-TW/documents.ts'
import error from './zh-TW/error.ts'
import guide from './zh-TW/guide.ts'
import keys from './zh-TW/keys.ts'
import lists from './zh-TW/lists.ts'
import pad from './zh-TW/pad.ts'
import palette from './zh-TW/palette.ts'
import goods from './zh-TW/goods.ts'
import labels from './zh-TW/labels.ts'
import imports from './zh-TW/imports.ts'
import print from './zh-TW/print.ts'
import printing from './zh-TW/printing.ts'
import products from './zh-TW/products.ts'
import report from './zh-TW/report.ts'
import returns from './zh-TW/returns.ts'
import rule from './zh-TW/rule.ts'
import scans from './zh-TW/scans.ts'
import sensitive from './zh-TW/sensitive.ts'
import session from './zh-TW/session.ts'
import settings from './zh-TW/settings.ts'
import setup from './zh-TW/setup.ts'
import shift from './zh-TW/shift.ts'
import staff from './zh-TW/staff.ts'
import stock from './zh-TW/stock.ts'
import terms from './zh-TW/terms.ts'
import tiles from './zh-TW/tiles.ts'

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
