// `npm run build`: builds main, preload and renderer into out/, whether or not something changed.
import { ensureBuilt, forgetBuild } from './setup/build.js'
import { ensureInstalled } from './setup/install.js'
import { main } from './setup/run.js'

await main(() => {
  ensureInstalled()
  forgetBuild()
  ensureBuilt()
  return 0
})
