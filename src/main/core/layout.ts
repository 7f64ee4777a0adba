/** What lies beside a host's entry file, built (`out/main/serve.js`) as unbuilt (`src/main/serve.ts`). */
import { extname, join } from 'node:path'

/** Where a build keeps what is not code. */
export interface Layout {
  readonly migrations: string
  readonly worker: string
  readonly fileReader: string
  readonly demoWriter: string
  readonly renderer: string
  /** With its larger sizes beside it. */
  readonly trayPicture: string
}

/** @param entry path of the entry file, `import.meta.filename` there */
export function layoutBeside(entry: string): Layout {
  const dir = join(entry, '..')
  const extension = extname(entry)
  const isBuilt = extension !== '.ts'
  return {
    migrations: join(dir, 'database', 'migrations'),
    worker: join(dir, 'database', `worker${extension}`),
    demoWriter: join(dir, 'demo', `worker${extension}`),
    fileReader: join(dir, 'importing', `worker${extension}`),
    renderer: isBuilt ? join(dir, '..', 'renderer') : join(dir, '..', '..', 'out', 'renderer'),
    trayPicture: join(isBuilt ? dir : join(dir, '..', '..', 'resources'), 'tray.png'),
  }
}
