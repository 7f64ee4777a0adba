import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/day-end',
    component: () => import('./DayEndPage.vue'),
    meta: { title: 'dayEnd.title', permission: 'drawer.view' },
  },
]
