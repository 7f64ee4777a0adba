import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    // `new` for a product to be, else its id; without either the list alone.
    path: '/products/:productId(\\d+|new)?',
    name: 'products',
    component: () => import('./ProductsPage.vue'),
    meta: { title: 'products.title', permission: 'products.view' },
  },
]
