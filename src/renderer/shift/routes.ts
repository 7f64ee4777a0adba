import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/shift',
    component: () => import('./ShiftPage.vue'),
    meta: { title: 'shift.title', permission: ['drawer.use', 'drawer.view'] },
  },
]
