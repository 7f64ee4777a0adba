import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/documents/:documentId(\\d+)?',
    name: 'documents',
    component: () => import('./DocumentsPage.vue'),
    meta: { title: 'documents.title', permission: 'documents.view' },
  },
]
