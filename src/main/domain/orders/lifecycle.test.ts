import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ORDER_STATES } from '../../../contract/documents.ts'
import { allows, LIFECYCLE, transition, type OrderAction } from './lifecycle.ts'

const some = { lineCount: 1 }
const none = { lineCount: 0 }

describe('the life of an order', () => {
  test('every state is in the table and every transition leads to one', () => {
    expect(Object.keys(LIFECYCLE).sort()).toEqual([...ORDER_STATES].sort())
    for (const actions of Object.values(LIFECYCLE)) {
      for (const { to } of Object.values(actions)) expect(ORDER_STATES).toContain(to)
    }
  })

  test('every state can be reached from a draft', () => {
    const reached = new Set(['draft'])
    for (let round = 0; round < ORDER_STATES.length; round += 1) {
      for (const state of ORDER_STATES) {
        if (!reached.has(state)) continue
        for (const { to } of Object.values(LIFECYCLE[state])) reached.add(to)
      }
    }
    expect([...reached].sort()).toEqual([...ORDER_STATES].sort())
  })

  test('only a cancelled order has nothing left to do', () => {
    const dead = ORDER_STATES.filter((state) => Object.keys(LIFECYCLE[state]).length === 0)
    expect(dead).toEqual(['cancelled'])
  })

  test('the drawing in the docs shows just these transitions', () => {
    const drawing = readFileSync('docs/architecture.md', 'utf8')
    const drawn = [...drawing.matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(
      ([, from, to, action]) => `${from ?? ''} ${action ?? ''} ${to ?? ''}`,
    )
    const declared = Object.entries(LIFECYCLE).flatMap(([from, actions]) =>
      Object.entries(actions).map(([action, { to }]) => `${from} ${action} ${to}`),
    )
    expect(drawn.sort()).toEqual(declared.sort())
  })

  test('a counter sale goes from draft to completed in one step', () => {
    expect(transition('draft', 'sell', some)).toBe('completed')
  })

  test('an empty basket is not sold', () => {
    expect(() => transition('draft', 'sell', none)).toThrow('BASKET_EMPTY')
    expect(allows('draft', 'sell', none)).toBe(false)
  })

  test.each<[(typeof ORDER_STATES)[number], OrderAction]>([
    ['completed', 'sell'],
    ['completed', 'cancel'],
    ['cancelled', 'approve'],
    ['draft', 'returnGoods'],
    ['onHold', 'complete'],
  ])('from %s one may not %s', (state, action) => {
    expect(() => transition(state, action, some)).toThrow('ACTION_NOT_ALLOWED')
  })
})
