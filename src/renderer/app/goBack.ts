import type { Router } from 'vue-router'

/** Back to what was open before; where nothing was, to the place given, never out of the app. */
export async function goBack(router: Router, otherwise = '/'): Promise<void> {
  const { back } = (window.history.state ?? {}) as { back?: unknown }
  if (typeof back === 'string') router.back()
  else await router.push(otherwise)
}
