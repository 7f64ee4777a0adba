import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    // `new` for a customer to be, else an id; without either the list alone.
    path: '/customers/:customerId(\\d+|new)?',
    name: 'customers',
    component: () => import('./CustomersPage.vue'),
    meta: { title: 'customers.title', permission: 'customers.view' },
  },
  {
    path: '/customers/tiers',
    name: 'tiers',
    component: () => import('./TiersPage.vue'),
    meta: { title: 'customers.tiers', permission: 'customers.edit' },
  },
]
