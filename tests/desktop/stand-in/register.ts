/**
 * Runs the built desktop bundles where Electron's program cannot be had: `node --import …/register.ts out/main/index.js`.
 * Whoever asks for the module `electron` gets the one in this folder, which drives a Chromium instead.
 */
import { registerHooks } from 'node:module'
import { serveControl } from './control.ts'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
serveControl(() => import(standIn) as Promise<object>)
