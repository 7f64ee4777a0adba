/** The row that the keys stand on, for keys that the whole window hears. */
export function focusedRow<T>(rows: readonly T[], keyOf: (row: T) => string | number): T | undefined {
  const key = document.activeElement?.closest('tr')?.dataset['key']
  return rows.find((row) => String(keyOf(row)) === key)
}
