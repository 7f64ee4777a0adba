import app from './zh-TW/app.ts'
import audit from './zh-TW/audit.ts'
import command from './zh-TW/command.ts'
import common from './zh-TW/common.ts'
import counter from './zh-TW/counter.ts'
import customers from './zh-TW/customers.ts'
import documents from './zh-TW/documents.ts'
import error from './zh-TW/error.ts'
import imports from './zh-TW/imports.ts'
import print from './zh-TW/print.ts'
import products from './zh-TW/products.ts'
import returns from './zh-TW/returns.ts'
import rule from './zh-TW/rule.ts'
import session from './zh-TW/session.ts'
import settings from './zh-TW/settings.ts'
import setup from './zh-TW/setup.ts'
import shift from './zh-TW/shift.ts'
import staff from './zh-TW/staff.ts'
import stock from './zh-TW/stock.ts'
import terms from './zh-TW/terms.ts'

export default {
  ...app,
  ...terms,
  audit,
  command,
  common,
  counter,
  customers,
  documents,
  error,
  imports,
  print,
  products,
  returns,
  rule,
  session,
  settings,
  setup,
  shift,
  staff,
  stock,
}
