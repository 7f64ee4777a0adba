const UNITS = ['kB', 'MB', 'GB'] as const

/** A file's size as a file manager says it. */
export function bytesText(bytes: number): string {
  let size = bytes / 1_000
  let unit: (typeof UNITS)[number] = 'kB'
  for (const larger of UNITS.slice(1)) {
    if (size < 1_000) break
    size /= 1_000
    unit = larger
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}
