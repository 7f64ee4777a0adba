/** Puts a preload before every document of a page, as Electron does in a sandboxed one: CommonJS, and hardly anything to require. */
import { readFileSync } from 'node:fs'
import { pageSide } from './page-side.ts'

export function preloadScript(preload: string): string {
  return `(() => {
  if (window !== window.top || location.protocol === 'about:') return
  const electron = (${pageSide.toString()})()
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('module not found: ' + name)
  }
  const process = { platform: ${JSON.stringify(process.platform)} }
  const module = { exports: {} }
  ;((require, module, exports, process) => {
${readFileSync(preload, 'utf8')}
  })(require, module, module.exports, process)
})()`
}
