/**
 * Before every test file: a new hash of a password takes a millisecond instead of a hundred. It is of the same kind, with
 * other parameters, which stand in it and are read from it; what is compared, and when, is the program's own.
 */
import { scryptSync } from 'node:crypto'
import { vi } from 'vitest'

const [N, R, P] = [2 ** 8, 8, 1]

vi.mock(import('../domain/staff/passwords.ts'), async (original) => ({
  ...(await original()),
  hashPassword: (password, secret) => {
    const salt = secret(16)
    const key = scryptSync(password.normalize('NFC'), salt, 32, { N, r: R, p: P })
    return Promise.resolve(['scrypt', N, R, P, salt.toString('base64url'), key.toString('base64url')].join('$'))
  },
}))
