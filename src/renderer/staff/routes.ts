import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    // `new` for someone who begins, else an id; without either the list alone.
    path: '/staff/:staffId(\\d+|new)?',
    name: 'staff',
    component: () => import('./StaffPage.vue'),
    meta: { title: 'staff.title', permission: 'staff.manage' },
  },
  {
    path: '/staff/roles',
    name: 'roles',
    component: () => import('./RolesPage.vue'),
    meta: { title: 'staff.roles', permission: 'staff.manage' },
  },
]
