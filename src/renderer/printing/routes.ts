import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings/printers',
    name: 'printers',
    component: () => import('./PrintersPage.vue'),
    meta: { title: 'printing.title', permission: 'settings.edit' },
  },
  {
    path: '/printing',
    name: 'printJobs',
    component: () => import('./PrintJobsPage.vue'),
    meta: { title: 'printing.queue', permission: 'documents.view' },
  },
]
