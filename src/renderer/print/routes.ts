import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/print/:paper/:documentId(\\d+)',
    name: 'print',
    component: () => import('./PrintPage.vue'),
    meta: { title: 'print.page.preview', permission: 'documents.view', frame: 'none' },
  },
]
