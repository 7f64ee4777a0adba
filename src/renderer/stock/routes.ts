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
    meta: { title: 'stock.adjust', permission: 'stock.adjust' },
  },
  {
    path: '/stock/receive',
    name: 'receiveGoods',
    component: () => import('./ReceivePage.vue'),
    meta: { title: 'stock.receive', permission: 'stock.receive' },
  },
]
