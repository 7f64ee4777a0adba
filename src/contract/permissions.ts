import { z } from 'zod'

/** Everything that one may be allowed to do. A role is a set of these, which the owner can edit. */
export const PERMISSIONS = [
  'sales.sell',
  'sales.discount',
  'sales.overridePrice',
  'sales.belowFloor',
  'sales.gift',
  'sales.onAccount',
  'sales.return',
  'sales.returnWithoutReceipt',
  'sales.removeParked',
  'sales.refundOtherwise',
  'sales.correct',
  'sales.collectDebt',
  'documents.view',
  'products.view',
  'products.edit',
  'products.quickCreate',
  'customers.view',
  'customers.edit',
  'customers.reveal',
  'stock.view',
  'stock.receive',
  'stock.adjust',
  'cost.view',
  'drawer.use',
  'drawer.view',
  'drawer.openWithoutSale',
  'drawer.endDay',
  'staff.manage',
  'settings.edit',
  'backups.manage',
  'audit.view',
  'imports.run',
] as const

export const permission = z.enum(PERMISSIONS)
export type Permission = z.infer<typeof permission>

/** The roles that a shop starts with. The owner's cannot be narrowed, so that nobody locks the shop. */
export const ROLE_KEYS = ['owner', 'manager', 'clerk', 'bookkeeper'] as const
export const roleKey = z.enum(ROLE_KEYS)
export type RoleKey = z.infer<typeof roleKey>

const CLERK: readonly Permission[] = [
  'sales.sell',
  'sales.return',
  'sales.removeParked',
  'sales.collectDebt',
  'documents.view',
  'products.view',
  'products.quickCreate',
  'customers.view',
  'stock.view',
  'drawer.use',
  'drawer.openWithoutSale',
]

export const DEFAULT_ROLES: Readonly<Record<RoleKey, readonly Permission[]>> = {
  owner: PERMISSIONS,
  manager: PERMISSIONS.filter((name) => !['staff.manage', 'settings.edit', 'backups.manage'].includes(name)),
  clerk: CLERK,
  bookkeeper: [
    'documents.view',
    'products.view',
    'customers.view',
    'stock.view',
    'cost.view',
    'drawer.view',
    'audit.view',
  ],
}
