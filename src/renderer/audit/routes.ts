import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./AuditPage.vue'),
    meta: { title: 'audit.title', permission: 'audit.view' },
  },
  {
    path: '/sensitive',
    component: () => import('./SensitivePage.vue'),
    meta: { title: 'sensitive.title', permission: 'audit.view' },
  },
]
