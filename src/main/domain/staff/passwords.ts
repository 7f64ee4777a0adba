/**
 * Passwords are kept as scrypt hashes with their own parameters, `scrypt$N$r$p$salt$hash`, so that these can grow later.
 * scrypt, since Electron's BoringSSL has no argon2. Hashing takes 50 ms and more: never inside a transaction, two at most.
 */
import { scrypt, timingSafeEqual } from 'node:crypto'
import { atMost } from './at-most.ts'

const N = 2 ** 15
const R = 8
const P = 1
const SALT_BYTES = 16
const HASH_BYTES = 32
const MOST_AT_ONCE = 2

/** Waits for its turn to hash; what one turn does is judged before the next begins. */
export const inTurn = atMost(MOST_AT_ONCE)

export async function hashPassword(password: string, secret: (bytes: number) => Buffer): Promise<string> {
  const salt = secret(SALT_BYTES)
  const key = await inTurn(() => derive(password, { salt, n: N, r: R, p: P }))
  return ['scrypt', N, R, P, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Compares in constant time, within a turn. Without a hash, nobody's, it takes as long and fails. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  const parsed = stored === undefined ? undefined : parse(stored)
  const { key, ...parameters } = parsed ?? NOBODY
  const derived = await derive(password, parameters)
  return timingSafeEqual(derived, key) && parsed !== undefined
}

interface Parameters {
  readonly salt: Buffer
  readonly n: number
  readonly r: number
  readonly p: number
}

const NOBODY = { salt: Buffer.alloc(SALT_BYTES), n: N, r: R, p: P, key: Buffer.alloc(HASH_BYTES) }

function parse(stored: string): (Parameters & { readonly key: Buffer }) | undefined {
  const [scheme, n, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return undefined
  const parsed = Buffer.from(key, 'base64url')
  if (parsed.length !== HASH_BYTES) return undefined
  return { n: Number(n), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url'), key: parsed }
}

function derive(password: string, { salt, n, r, p }: Parameters): Promise<Buffer> {
  const maxmem = 256 * n * r // twice what scrypt itself needs; Node's own limit is just too small
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, { N: n, r, p, maxmem }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
