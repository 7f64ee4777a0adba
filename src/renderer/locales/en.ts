import app from './en/app.ts'
import audit from './en/audit.ts'
import command from './en/command.ts'
import common from './en/common.ts'
import counter from './en/counter.ts'
import customers from './en/customers.ts'
import documents from './en/documents.ts'
import error from './en/error.ts'
import imports from './en/imports.ts'
import print from './en/print.ts'
import products from './en/products.ts'
import returns from './en/returns.ts'
import rule from './en/rule.ts'
import session from './en/session.ts'
import settings from './en/settings.ts'
import setup from './en/setup.ts'
import shift from './en/shift.ts'
import staff from './en/staff.ts'
import stock from './en/stock.ts'
import terms from './en/terms.ts'

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
