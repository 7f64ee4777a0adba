// `node scripts/install.js`: what `npm start` and `npm test` do first, for those who want only that (.ci/run).
import { ensureInstalled } from './setup/install.js'
import { main } from './setup/run.js'

await main(() => {
  ensureInstalled()
  return 0
})
