import { watch } from 'vue'
import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'
import { useSession } from '../session/session.ts'

/** Shows the sign-in page when a session ends by itself, and the way back to what was open. */
export function watchSession(router: Router, pinia: Pinia): void {
  const session = useSession(pinia)
  watch(
    () => session.me,
    (me) => {
      const here = router.currentRoute.value
      if (!me && !here.meta.public) void router.replace({ path: '/sign-in', query: { next: here.fullPath } })
    },
  )
}
