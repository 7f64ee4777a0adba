import app from './zh-CN/app.ts'
import audit from './zh-CN/audit.ts'
import command from './zh-CN/command.ts'
import common from './zh-CN/common.ts'
import counter from './zh-CN/counter.ts'
import customers from './zh-CN/customers.ts'
import documents from './zh-CN/documents.ts'
import error from './zh-CN/error.ts'
import imports from './zh-CN/imports.ts'
import print from './zh-CN/print.ts'
import products from './zh-CN/products.ts'
import returns from './zh-CN/returns.ts'
import rule from './zh-CN/rule.ts'
import session from './zh-CN/session.ts'
import settings from './zh-CN/settings.ts'
import setup from './zh-CN/setup.ts'
import shift from './zh-CN/shift.ts'
import staff from './zh-CN/staff.ts'
import stock from './zh-CN/stock.ts'
import terms from './zh-CN/terms.ts'

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
