/** Does one thing after the other, so that a fast hand is never ahead of a slow answer. */
export function useInOrder(failed: (error: unknown) => void) {
  let order: Promise<void> = Promise.resolve()
  return (act: () => void | Promise<void>): void => {
    order = order.then(act).catch(failed)
  }
}
