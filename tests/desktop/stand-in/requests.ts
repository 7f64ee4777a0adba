/** Every request of every page ends here: our own scheme is answered by its handler, and nothing reaches a network. */
import type { Frame, Request as PageRequest, Route } from 'playwright-core'
import { toMeant } from './address.ts'
import { handlerFor } from './protocol.ts'

const WINDOW_OPEN = '/.stand-in/window-open'

interface Decider {
  decideWindowOpen(url: string): string
  allowsNavigation(url: string, frame: Frame): boolean
}

export async function answerRoute(route: Route, contents: Decider): Promise<void> {
  const request = route.request()
  const url = toMeant(request.url())
  const { pathname, searchParams } = new URL(url)
  if (pathname === WINDOW_OPEN) {
    return route.fulfill({ body: contents.decideWindowOpen(searchParams.get('url') ?? '') })
  }
  if (request.isNavigationRequest() && !contents.allowsNavigation(url, request.frame())) return route.abort('aborted')
  const handle = handlerFor(url)
  if (!handle) return answerElsewhere(route, request)
  const response = await handle(new Request(url, { method: request.method(), headers: request.headers() }))
  const headers = Object.fromEntries(response.headers)
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) })
}

/** There is no elsewhere here, but whoever got that far must see that nothing held it back. */
function answerElsewhere(route: Route, request: PageRequest): Promise<void> {
  if (!request.isNavigationRequest()) return route.abort('blockedbyclient')
  return route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' })
}
