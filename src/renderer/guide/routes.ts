import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/guide/:chapter?',
    name: 'guide',
    component: () => import('./GuidePage.vue'),
    meta: { title: 'guide.title' },
  },
]
