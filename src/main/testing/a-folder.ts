/** An empty folder for one test, removed after it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export function aFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'guitai-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
