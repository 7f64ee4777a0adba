import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { archiveCustomer, createCustomer, revealCustomer, revealCustomers, updateCustomer } from './commands.ts'
import { countCustomers } from './counts.ts'
import { listCustomers } from './list.ts'
import { openCustomerBalances } from './opening-commands.ts'
import { customerAccount, customerByRefs, getCustomer, revealedByRefs, revealedManyByRefs } from './view.ts'

export const customers = {
  list: api.customers.list.handler(query(listCustomers)),
  counts: api.customers.counts.handler(query(countCustomers)),
  get: api.customers.get.handler(query(getCustomer)),
  account: api.customers.account.handler(query(customerAccount)),
  create: api.customers.create.handler(command(createCustomer, customerByRefs)),
  update: api.customers.update.handler(command(updateCustomer, customerByRefs)),
  archive: api.customers.archive.handler(command(archiveCustomer, customerByRefs)),
  openingBalance: api.customers.openingBalance.handler(command(openCustomerBalances, customerByRefs)),
  revealMany: api.customers.revealMany.handler(command(revealCustomers, revealedManyByRefs)),
  reveal: api.customers.reveal.handler(command(revealCustomer, revealedByRefs)),
}
