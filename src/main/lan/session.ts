/** A browser's connection: its session is a cookie that no script can read and no other site can send. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connection, Credential } from '../api/call.ts'

const THIRTY_DAYS = 30 * 24 * 60 * 60

/** Cookies are shared by all ports of a host: the port in the name keeps two shops apart. */
export const cookieName = (port: number): string => `guitai_session_${port}`

export function hasSession(request: IncomingMessage, port: number): boolean {
  return tokenIn(request, port) !== null
}

export function browserConnection(request: IncomingMessage, response: ServerResponse, port: number): Connection {
  const token = tokenIn(request, port)
  let credential: Credential | null = token === null ? null : { token }
  return {
    device: 'browser',
    needsSetupCode: true,
    credential: () => credential,
    keep: (next) => {
      if (next && !('token' in next)) throw new Error('a browser signs in with a session')
      credential = next
      response.setHeader('set-cookie', setCookie(cookieName(port), next?.token ?? ''))
    },
  }
}

function setCookie(name: string, token: string): string {
  const age = token === '' ? 0 : THIRTY_DAYS
  return `${name}=${encodeURIComponent(token)}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict`
}

function tokenIn({ headers }: IncomingMessage, port: number): string | null {
  const prefix = `${cookieName(port)}=`
  const pair = headers.cookie?.split(/;\s*/).find((cookie) => cookie.startsWith(prefix))
  return pair === undefined ? null : decoded(pair.slice(prefix.length)) || null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
