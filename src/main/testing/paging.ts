/** Reads a list to its end, page by page as a screen or an export does. */
interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

export async function allOf<T>(page: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  do {
    const { rows, next } = await page(after)
    all.push(...rows)
    after = next ?? undefined
  } while (after !== undefined)
  return all
}
