import app from './zh-CN/app.ts'
import audit from './zh-CN/audit.ts'
import baskets from './zh-CN/baskets.ts'
import command from './zh-CN/command.ts'
import common from './zh-CN/common.ts'
import counter from './zh-CN/counter.ts'
import customers from './zh-CN/customers.ts'
import dayEnd from './zh-CN/dayEnd.ts'
import documents from './zh-CN/documents.ts'
import error from './zh-CN/error.ts'
import guide from './zh-CN/guide.ts'
import keys from './zh-CN/keys.ts'
import lists from './zh-CN/lists.ts'
import pad from './zh-CN/pad.ts'
import palette from './zh-CN/palette.ts'
import goods from './zh-CN/goods.ts'
import labels from './zh-CN/labels.ts'
import imports from './zh-CN/imports.ts'
import print from './zh-CN/print.ts'
import printing from './zh-CN/printing.ts'
import products from './zh-CN/products.ts'
import report from './zh-CN/report.ts'
import returns from './zh-CN/returns.ts'
import rule from './zh-CN/rule.ts'
import scans from './zh-CN/scans.ts'
import sensitive from './zh-CN/sensitive.ts'
import session from './zh-CN/session.ts'
import settings from './zh-CN/settings.ts'
import setup from './zh-CN/setup.ts'
import shift from './zh-CN/shift.ts'
import staff from './zh-CN/staff.ts'
import stock from './zh-CN/stock.ts'
import terms from './zh-CN/terms.ts'
import tiles from './zh-CN/tiles.ts'

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
