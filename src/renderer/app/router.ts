/** Every screen and who may open it. A feature brings its own `routes`; its pages are read in when they are opened. */
import { createRouter, createWebHashHistory } from 'vue-router'
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import { routes as audit } from '../audit/routes.ts'
import type { Permission } from '../../contract/permissions.ts'
import { routes as counter } from '../counter/routes.ts'
import { routes as customers } from '../customers/routes.ts'
import { routes as dayEnd } from '../dayEnd/routes.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as guide } from '../guide/routes.ts'
import { routes as keys } from '../keys/routes.ts'
import { routes as imports } from '../import/routes.ts'
import { routes as print } from '../print/routes.ts'
import { routes as products } from '../products/routes.ts'
import { routes as session } from '../session/routes.ts'
import { useSession } from '../session/session.ts'
import { routes as printing } from '../printing/routes.ts'
import { routes as settings } from '../settings/routes.ts'
import { routes as setup } from '../setup/routes.ts'
import { routes as shift } from '../shift/routes.ts'
import { routes as staff } from '../staff/routes.ts'
import { routes as stock } from '../stock/routes.ts'
import { railFor } from './rail.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The key of the title in the top bar. */
    readonly title?: string
    /** Any one of these opens it. */
    readonly permission?: Permission | readonly Permission[]
    /** `none` leaves rail and top bar away: signing in, first run, paper. */
    readonly frame?: 'none'
    /** Can be opened without signing in. */
    readonly public?: true
  }
}

const routes: RouteRecordRaw[] = [
  ...setup,
  ...session,
  ...counter,
  ...shift,
  ...dayEnd,
  ...documents,
  ...products,
  ...customers,
  ...stock,
  ...imports,
  ...staff,
  ...audit,
  ...printing,
  ...settings,
  ...guide,
  ...keys,
  ...print,
  { path: '/more', component: () => import('./MorePage.vue'), meta: { title: 'app.more' } },
  { path: '/', redirect: () => home() },
  { path: '/:unknown(.*)*', redirect: '/' },
]

// Hash addresses work alike under app:// and http://, whatever the host answers for unknown paths.
export const router = createRouter({ history: createWebHashHistory(), routes })

router.beforeEach((to) => {
  const session = useSession()
  if (!session.hasShop) return to.path === '/setup' || { path: '/setup', query: to.query }
  if (to.path === '/setup') return home()
  if (!session.me) return to.meta.public ?? { path: '/sign-in', query: isHome(to) ? {} : { next: to.fullPath } }
  const needed = [to.meta.permission ?? []].flat()
  const refused = needed.length > 0 && !needed.some(session.can)
  return to.path === '/sign-in' || refused ? home() : true
})

/** The first place that this person may go to. */
const home = (): string => railFor(useSession().can)[0]?.path ?? '/password'

const isHome = ({ redirectedFrom }: RouteLocationNormalized): boolean => redirectedFrom?.path === '/'
