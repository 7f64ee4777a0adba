/** `app://shop/x` is visited as `http://shop.app.localhost/x`, which Chromium takes for a secure context too. */

export function toVisited(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url)
  if (['http:', 'https:', 'data:'].includes(protocol)) return url
  return `http://${host}.${protocol.slice(0, -1)}.localhost${pathname}${search}${hash}`
}

export function toMeant(url: string): string {
  const { hostname, pathname, search, hash } = new URL(url)
  const [, host, scheme] = /^(.+)\.([a-z]+)\.localhost$/.exec(hostname) ?? []
  return host && scheme ? `${scheme}://${host}${pathname}${search}${hash}` : url
}

/** As Chromium gives it for a standard scheme; Node's URL says `null`. */
export function originOf(url: string): string {
  const { protocol, host } = new URL(toMeant(url))
  return host === '' ? 'null' : `${protocol}//${host}`
}
