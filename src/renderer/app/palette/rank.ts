/** Which of the named things are meant by what was typed, the likeliest first. */
export interface Named {
  readonly id: string
  readonly label: string
  /** Other words for it, and its pinyin initials, apart by spaces. */
  readonly also: string
}

/** @param recent ids, the last used first: among equals they come first, and alone while nothing is typed */
export function rank<T extends Named>(items: readonly T[], typed: string, recent: readonly string[]): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const scored = items.flatMap((item) => {
    const scores = words.map((word) => scoreOf(item, word))
    return scores.includes(NO_MATCH) ? [] : [{ item, score: Math.max(0, ...scores), age: ageOf(recent, item.id) }]
  })
  return scored.sort((a, b) => a.score - b.score || a.age - b.age).map(({ item }) => item)
}

const NO_MATCH = Number.POSITIVE_INFINITY

function scoreOf({ label, also }: Named, word: string): number {
  const name = label.toLowerCase()
  if (name.startsWith(word)) return 0
  const aliases = also.toLowerCase().split(/\s+/)
  if (aliases.some((alias) => alias.startsWith(word))) return 1
  return name.includes(word) ? 2 : NO_MATCH
}

function ageOf(recent: readonly string[], id: string): number {
  const at = recent.indexOf(id)
  return at < 0 ? recent.length : at
}
