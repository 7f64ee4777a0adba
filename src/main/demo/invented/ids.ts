/** Identities and salts that are the same in every run. Never for a shop that trades. */
import { monotonicFactory } from 'ulid'
import type { Ids } from '../../domain/context.ts'
import type { Chance } from './chance.ts'

const WORD = 4

export function inventedIds(chance: Chance): Ids {
  const ulid = monotonicFactory(() => chance.next())
  return {
    uid: (at) => ulid(at),
    secret: (bytes) => {
      const secret = Buffer.alloc(Math.ceil(bytes / WORD) * WORD)
      for (let at = 0; at < secret.length; at += WORD) secret.writeUInt32LE(chance.below(2 ** 32), at)
      return secret.subarray(0, bytes)
    },
  }
}
