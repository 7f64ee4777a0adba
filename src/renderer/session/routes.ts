import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'session.signIn', frame: 'none', public: true },
  },
  {
    path: '/recover',
    component: () => import('./RecoverPage.vue'),
    meta: { title: 'session.recover', frame: 'none', public: true },
  },
  { path: '/pin', component: () => import('./PinPage.vue'), meta: { title: 'session.setPin' } },
  { path: '/password', component: () => import('./ChangePasswordPage.vue'), meta: { title: 'session.changePassword' } },
]
