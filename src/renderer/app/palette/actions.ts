/** What the palette offers by name: the places of the rail, the pages behind them and what one begins there, and what the shown screen adds. */
import { computed, onScopeDispose, shallowReactive } from 'vue'
import type { Permission } from '../../../contract/permissions.ts'
import { railFor } from '../rail.ts'

export interface PaletteAction {
  /** Also the key of its aliases, `palette.also.<id>`, where it has any. */
  readonly id: string
  readonly label: string
  /** Its key, shown beside it. */
  readonly hint?: string
  readonly run: () => unknown
}

const added = shallowReactive(new Map<symbol, () => readonly PaletteAction[]>())

/** Offers a screen's own actions for as long as it is shown; those that are not allowed are left out by the screen. */
export function usePaletteActions(actions: () => readonly PaletteAction[]): void {
  const scope = Symbol('palette')
  added.set(scope, actions)
  onScopeDispose(() => added.delete(scope))
}

/** The shown screen's actions first. */
export const screenActions = computed(() => [...added.values()].reverse().flatMap((actions) => actions()))

interface Place {
  readonly id: string
  readonly path: string
  /** The key of its name. */
  readonly name: string
  readonly permission?: Permission
}

const BEGINNINGS: readonly Place[] = [
  { id: 'returns', path: '/counter/return', name: 'returns.title', permission: 'sales.return' },
  { id: 'newProduct', path: '/products/new', name: 'products.new', permission: 'products.edit' },
  { id: 'newCustomer', path: '/customers/new', name: 'customers.new', permission: 'customers.edit' },
  { id: 'receive', path: '/stock/receive', name: 'stock.receive', permission: 'stock.receive' },
  { id: 'adjust', path: '/stock/adjust', name: 'stock.adjust', permission: 'stock.adjust' },
  { id: 'transfer', path: '/stock/transfer', name: 'stock.transfer', permission: 'stock.adjust' },
  { id: 'newStaff', path: '/staff/new', name: 'staff.new', permission: 'staff.manage' },
  { id: 'dayEnd', path: '/day-end', name: 'dayEnd.title', permission: 'drawer.view' },
  { id: 'sensitive', path: '/sensitive', name: 'sensitive.title', permission: 'audit.view' },
  { id: 'tiers', path: '/customers/tiers', name: 'customers.tiers', permission: 'customers.edit' },
  { id: 'warehouses', path: '/stock/warehouses', name: 'stock.warehouses', permission: 'settings.edit' },
  { id: 'labels', path: '/labels', name: 'labels.title', permission: 'products.view' },
  { id: 'import', path: '/import', name: 'imports.title', permission: 'imports.run' },
  { id: 'printJobs', path: '/printing', name: 'printing.queue', permission: 'documents.view' },
  { id: 'printers', path: '/settings/printers', name: 'printing.title', permission: 'settings.edit' },
  { id: 'roles', path: '/staff/roles', name: 'staff.roles', permission: 'staff.manage' },
  { id: 'keys', path: '/keys', name: 'keys.title' },
  { id: 'guide', path: '/guide', name: 'guide.title' },
  { id: 'pin', path: '/pin', name: 'session.setPin' },
  { id: 'password', path: '/password', name: 'session.changePassword' },
]

/** Places that this person may open. */
export function placesFor(can: (permission: Permission) => boolean): readonly Place[] {
  const rail = railFor(can).map(({ path, name }) => ({ id: name, path, name: `rail.${name}` }))
  return [...rail, ...BEGINNINGS.filter(({ permission }) => !permission || can(permission))]
}
