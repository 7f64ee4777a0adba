/**
 * `npm run package [-- --dir] [--output DIR] [--electron-dist DIR]`: packs what was built for this platform. `--dir` stops before
 * the installers; `--electron-dist` is an unpacked Electron, where none can be downloaded.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, DIR_TARGET, Platform } from 'electron-builder'
import { root } from './setup/paths.js'

const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    output: { type: 'string' },
    'electron-dist': { type: 'string' },
  },
})
const { output, 'electron-dist': electronDist } = values

const artefacts = await build({
  projectDir: root,
  targets: Platform.current().createTarget(values.dir ? DIR_TARGET : null),
  publish: 'never',
  config: {
    extends: join(root, 'electron.builder.yml'),
    ...(output === undefined ? {} : { directories: { output: resolve(output) } }),
    ...(electronDist === undefined ? {} : { electronDist: resolve(electronDist) }),
  },
})
for (const file of artefacts) console.log(file)
