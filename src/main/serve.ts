/** Guitai without a window. The host is loaded only after Node was told to keep compiled code, or it would come too late. */
import { enableCompileCache } from 'node:module'
import { layoutBeside } from './core/layout.ts'

enableCompileCache()
const { serve } = await import('./lan/serve.ts')
await serve(process.argv.slice(2), layoutBeside(import.meta.filename))
