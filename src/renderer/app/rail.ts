/** The places of the rail, in the order in which a shop uses them. */
import type { Component } from 'vue'
import Adjustments from '@vicons/tabler/es/Adjustments.js'
import BuildingWarehouse from '@vicons/tabler/es/BuildingWarehouse.js'
import Cash from '@vicons/tabler/es/Cash.js'
import FileText from '@vicons/tabler/es/FileText.js'
import History from '@vicons/tabler/es/History.js'
import IdBadge from '@vicons/tabler/es/Id.js'
import Package from '@vicons/tabler/es/Package.js'
import ShoppingCart from '@vicons/tabler/es/ShoppingCart.js'
import Users from '@vicons/tabler/es/Users.js'
import type { Permission } from '../../contract/permissions.ts'

export interface RailItem {
  readonly path: string
  /** `rail.<name>`: two characters in Chinese. */
  readonly name: string
  readonly icon: Component
  /** Any one of these opens it. */
  readonly permissions: readonly Permission[]
}

const RAIL: readonly RailItem[] = [
  { path: '/counter', name: 'counter', icon: ShoppingCart, permissions: ['sales.sell'] },
  { path: '/documents', name: 'documents', icon: FileText, permissions: ['documents.view'] },
  { path: '/products', name: 'products', icon: Package, permissions: ['products.view'] },
  { path: '/stock', name: 'stock', icon: BuildingWarehouse, permissions: ['stock.view'] },
  { path: '/customers', name: 'customers', icon: Users, permissions: ['customers.view'] },
  { path: '/shift', name: 'shift', icon: Cash, permissions: ['drawer.use', 'drawer.view'] },
  { path: '/staff', name: 'staff', icon: IdBadge, permissions: ['staff.manage'] },
  { path: '/audit', name: 'audit', icon: History, permissions: ['audit.view'] },
  { path: '/settings', name: 'settings', icon: Adjustments, permissions: ['settings.edit'] },
]

/** What the role permits; nothing is shown that would be refused. */
export const railFor = (can: (permission: Permission) => boolean): RailItem[] =>
  RAIL.filter((item) => item.permissions.some(can))
