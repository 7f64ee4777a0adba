/**
 * `npm run package [-- --dir] [--output DIR] [--electron-dist DIR]`: packs what was built, for this platform. `--dir` stops before
 * the installers; `--electron-dist` is an unpacked Electron, where none can be downloaded.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, DIR_TARGET, Platform } from 'electron-builder'
import { root } from './setup/paths.js'
import { main, SetupError } from './setup/run.js'

await main(async () => {
  const { dir, output, 'electron-dist': electronDist } = readOptions()
  const packing = build({
    projectDir: root,
    targets: Platform.current().createTarget(dir ? DIR_TARGET : null),
    publish: 'never',
    config: {
      extends: join(root, 'electron.builder.yml'),
      ...(output === undefined ? {} : { directories: { output: resolve(output) } }),
      ...(electronDist === undefined ? {} : { electronDist: resolve(electronDist) }),
    },
  })
  for (const file of await packing.catch(explain)) console.log(file)
  return 0
})

function readOptions() {
  const { values } = parseArgs({
    options: { dir: { type: 'boolean' }, output: { type: 'string' }, 'electron-dist': { type: 'string' } },
  })
  return values
}

function explain(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'RequestError') throw error
  throw new SetupError(`A part of the package could not be downloaded (${error.message}). Electron itself may be given
with --electron-dist DIR, an unpacked release; with --dir no tool for installers is needed.`)
}
