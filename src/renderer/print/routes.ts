import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    // `?product=12` begins with its variants, `?goods=12.34,13.35` with those of each.
    path: '/labels',
    name: 'labels',
    component: () => import('./labels/LabelsPage.vue'),
    meta: { title: 'labels.title', permission: 'products.view', frame: 'none' },
  },
  {
    path: '/print/shiftReport/:shiftId(\\d+)',
    component: () => import('./StripPage.vue'),
    meta: { title: 'print.title.shiftReport', permission: ['drawer.use', 'drawer.view'], frame: 'none' },
  },
  {
    path: '/print/dayEnd',
    component: () => import('./StripPage.vue'),
    meta: { title: 'print.title.dayEnd', permission: 'drawer.view', frame: 'none' },
  },
  {
    // `?documents=12,13` are those, in that order.
    path: '/print/several/:paper(salesDocument|packingSlip)',
    name: 'printSeveral',
    component: () => import('./PrintSeveralPage.vue'),
    meta: { title: 'print.page.preview', permission: 'documents.view', frame: 'none' },
  },
  {
    path: '/print/:paper/:documentId(\\d+)',
    name: 'print',
    component: () => import('./PrintPage.vue'),
    meta: { title: 'print.page.preview', permission: 'documents.view', frame: 'none' },
  },
]
