/** The address of our own screens: everything else is elsewhere, and refused. */

export const SCHEME = 'app'
export const HOST = 'shop'
const OWN = `${SCHEME}://${HOST}`

/**
 * Where the screens come from: the package's own files, or, while developing, the server that follows the source.
 * A packaged app does not look at the environment.
 */
export function screensOrigin(isPackaged: boolean, env: NodeJS.ProcessEnv): string {
  const following = isPackaged ? undefined : env.ELECTRON_RENDERER_URL
  return following === undefined ? OWN : new URL(following).origin
}

/** Node's URL gives `null` as the origin of a scheme of our own, Chromium the real one. */
export function isWithin(origin: string, url: string): boolean {
  return URL.canParse(url) && originOf(new URL(url)) === origin
}

const originOf = ({ protocol, host, username, password }: URL): string | null =>
  username === '' && password === '' ? `${protocol}//${host}` : null
