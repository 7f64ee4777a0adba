import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/setup',
    component: () => import('./SetupPage.vue'),
    meta: { title: 'setup.title', frame: 'none', public: true },
  },
]
