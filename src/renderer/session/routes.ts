import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'session.signIn', frame: 'none', public: true },
  },
  { path: '/password', component: () => import('./ChangePasswordPage.vue'), meta: { title: 'session.changePassword' } },
]
