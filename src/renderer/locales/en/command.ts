/** What each command of the contract is called in the records. */
export default {
  setup: { openShop: 'Opened the shop', restore: 'Restored from a backup' },
  session: { signIn: 'Signed in', signOut: 'Signed out', changePassword: 'Changed own password' },
  settings: { update: 'Changed the settings' },
  staff: {
    create: 'Added a member of staff',
    update: 'Changed a member of staff',
    setPassword: 'Set a new password',
    updateRole: 'Changed a role',
  },
  products: { create: 'Added a product', update: 'Changed a product', archive: 'Archived or restored a product' },
  customers: {
    create: 'Added a customer',
    update: 'Changed a customer',
    archive: 'Archived or restored a customer',
    reveal: 'Looked at phone and address in full',
  },
  orders: { sell: 'Sold' },
  returns: { returnGoods: 'Took goods back' },
  stock: { adjust: 'Adjusted stock', receive: 'Booked goods in' },
  drawer: { open: 'Opened a shift', move: 'Paid cash in or out', close: 'Closed the shift' },
  snapshots: { take: 'Took a backup' },
  imports: { begin: 'Choose an import file', read: 'Read an import file', plan: 'Preview an import', start: 'Start an import', cancel: 'Stop an import', upload: 'Upload an import file', end: 'Import finished', fail: 'Import interrupted' },
  importing: { carryOut: 'Import a batch' },
}
