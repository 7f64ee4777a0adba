import { randomBytes } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { atMost } from './at-most.ts'
import { hashPassword, passwordFits } from './passwords.ts'

vi.unmock('./passwords.ts') // here the real ones, however long they take

describe('a password', () => {
  test('is kept as a salted hash with its own parameters', async () => {
    const [one, two] = await Promise.all([
      hashPassword('correct horse', randomBytes),
      hashPassword('correct horse', randomBytes),
    ])
    expect(one).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(two)
    expect(await passwordFits('correct horse', one)).toBe(true)
    expect(await passwordFits('correct horsE', one)).toBe(false)
    expect(await passwordFits('correct horse', two)).toBe(true)
  })

  test('fits however a keyboard composes it', async () => {
    expect(await passwordFits('cafe\u0301-123', await hashPassword('caf\u00e9-123', randomBytes))).toBe(true)
  })

  test('hashed with other parameters still fits', async () => {
    const older = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$'
    const key = (await import('node:crypto')).scryptSync('old', Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 })
    expect(await passwordFits('old', older + key.toString('base64url'))).toBe(true)
  })

  test.each([undefined, 'unused', '', 'scrypt$$$$$', 'scrypt$32768$8$1$AAAA$AAAA'])('never fits %s', async (stored) => {
    expect(await passwordFits('', stored)).toBe(false)
  })
})

describe('work at most two at once', () => {
  test('runs in line, and a failure gives its place to the next', async () => {
    const inTurn = atMost(2)
    const ends: (() => void)[] = []
    const started: number[] = []
    const work = [0, 1, 2, 3].map((at) =>
      inTurn(async () => {
        started.push(at)
        await new Promise<void>((resolve) => (ends[at] = resolve))
        if (at === 0) throw new Error('failed')
        return at
      }),
    )
    const settled = Promise.allSettled(work)
    expect(started).toEqual([0, 1])
    ends[0]?.()
    await expect(work[0]).rejects.toThrow('failed')
    await Promise.resolve()
    expect(started).toEqual([0, 1, 2])
    ends[1]?.()
    ends[2]?.()
    await work[2]
    await Promise.resolve()
    ends[3]?.()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
    expect(await inTurn(() => Promise.resolve('free again'))).toBe('free again')
  })
})
