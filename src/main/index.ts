/** Guitai on the counter's PC. */
import { layoutBeside } from './core/layout.ts'
import { startDesktop } from './desktop/start.ts'

startDesktop(process.argv.slice(1), layoutBeside(import.meta.filename))
