/** A shop is a folder that the shop owns: its database, its lock, and what belongs to them. */
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface ShopFolder {
  readonly root: string
  readonly database: string
  readonly lock: string
  readonly backups: string
  readonly attachments: string
  readonly logs: string
  /** Files on their way in; nothing of the shop itself. */
  readonly imports: string
}

export function shopFolder(path: string): ShopFolder {
  const root = resolve(path)
  const folder = {
    root,
    database: join(root, 'shop.db'),
    lock: join(root, 'shop.lock'),
    backups: join(root, 'backups'),
    attachments: join(root, 'attachments'),
    logs: join(root, 'logs'),
    imports: join(root, 'imports'),
  }
  for (const dir of [folder.backups, folder.attachments, folder.logs]) mkdirSync(dir, { recursive: true })
  return folder
}

/** Where the platform keeps what belongs to this person's programs. */
export function usualPlace(platform = process.platform, env = process.env, home = homedir()): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Guitai', 'shop')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Guitai', 'shop')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'guitai', 'shop')
}
