import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/import',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    meta: { title: 'imports.title', permission: 'imports.run' },
  },
]
