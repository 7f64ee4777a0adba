import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter',
    component: () => import('./here/CounterHere.vue'),
    children: [
      {
        path: '',
        component: async () => {
          await import('./useKeys.ts') // this device's own keys
          return import('./CounterPage.vue')
        },
        meta: { title: 'counter.title', permission: 'sales.sell' },
      },
      {
        // Without a document: a return without receipt.
        path: 'return/:documentId(\\d+)?',
        component: () => import('./returns/ReturnPage.vue'),
        props: ({ params }) => ({ documentId: params['documentId'] ? Number(params['documentId']) : null }),
        meta: { title: 'returns.title', permission: 'sales.return' },
      },
    ],
  },
]
