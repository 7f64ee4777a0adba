import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/stock/:skuId(\\d+)?',
    name: 'stock',
    component: () => import('./StockPage.vue'),
    meta: { title: 'stock.title', permission: 'stock.view' },
  },
  {
    path: '/stock/adjust',
    name: 'adjustStock',
    component: () => import('./AdjustPage.vue'),
    // Who may not adjust fills it in as well, and has it allowed in place (店长授权).
    meta: { title: 'stock.adjust', permission: 'stock.view' },
  },
  {
    path: '/stock/receive',
    name: 'receiveGoods',
    component: () => import('./ReceivePage.vue'),
    meta: { title: 'stock.receive', permission: 'stock.receive' },
  },
  {
    path: '/stock/transfer',
    name: 'transferStock',
    component: () => import('./TransferPage.vue'),
    meta: { title: 'stock.transfer', permission: 'stock.adjust' },
  },
  {
    path: '/stock/warehouses',
    name: 'warehouses',
    component: () => import('./WarehousesPage.vue'),
    meta: { title: 'stock.warehouses', permission: 'settings.edit' },
  },
]
