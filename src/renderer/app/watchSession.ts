import { watch } from 'vue'
import type { Pinia } from 'pinia'
import { isNavigationFailure, NavigationFailureType, type Router } from 'vue-router'
import { useSession } from '../session/session.ts'

/** Shows the sign-in page when a session ends by itself, and the way back to what was open or about to be. */
export function watchSession(router: Router, pinia: Pinia): void {
  const session = useSession(pinia)
  let wanted = router.currentRoute.value
  router.beforeEach((to) => void (wanted = to))
  router.afterEach((_to, _from, failure) => {
    // One that another took the place of says nothing of that other.
    if (!isNavigationFailure(failure, NavigationFailureType.cancelled)) wanted = router.currentRoute.value
  })
  watch(
    () => session.me,
    (me) => {
      if (!me && !wanted.meta.public) void router.replace({ path: '/sign-in', query: { next: wanted.fullPath } })
    },
  )
}
