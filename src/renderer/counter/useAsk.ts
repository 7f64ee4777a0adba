import { shallowRef } from 'vue'
import type { Found } from './useFinder.ts'

/** What stands below the field and waits for an answer. */
export type Asked =
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'style'; readonly productId: number }
  | { readonly kind: 'weigh'; readonly found: Found }
  | { readonly kind: 'priceCheck'; readonly found: Found }
  | { readonly kind: 'quick' }
  | { readonly kind: 'gift'; readonly title: string }
  | { readonly kind: 'openDrawer' }
  | { readonly kind: 'park'; readonly name: string }

export interface Answers {
  unknown: { readonly found: Found } | { readonly quick: { readonly title: string; readonly price: number } }
  style: readonly (Found & { readonly quantity: number })[]
  weigh: { readonly quantity: number }
  priceCheck: null
  quick: { readonly title: string; readonly price: number }
  gift: { readonly reason: string }
  openDrawer: { readonly reason: string }
  /** Empty when nothing was said. */
  park: { readonly reason: string }
}

/** One question at a time; whoever asks waits, and with it what was scanned meanwhile. */
export function useAsk() {
  const asked = shallowRef<Asked | null>(null)
  let settle: ((answer: unknown) => void) | undefined

  function answer(given: unknown): void {
    const settled = settle
    asked.value = null
    settle = undefined
    settled?.(given)
  }

  /** Resolves with what the person said, or with null when they went back. */
  function ask<K extends Asked['kind']>(question: Extract<Asked, { kind: K }>): Promise<Answers[K] | null> {
    answer(null)
    return new Promise((resolve) => {
      asked.value = question
      settle = (given) => {
        resolve(given as Answers[K] | null)
      }
    })
  }

  return { asked, ask, answer }
}
