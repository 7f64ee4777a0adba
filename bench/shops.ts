/** Generated shops, made once per schema and generator and kept in the system's folder for temporary files. */
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Time } from '../src/contract/values.ts'
import { openReader } from '../src/main/database/connection.ts'
import { shopFolder } from '../src/main/database/folder.ts'
import { readMigrations } from '../src/main/database/migrator.ts'
import { newSnapshotName } from '../src/main/database/snapshot-files.ts'
import { checkShop } from '../src/main/domain/audit/check.ts'
import { hashPassword } from '../src/main/domain/staff/passwords.ts'
import { generateShop, type Size } from './generate/shop.ts'
import { fingerprint, TIME_ZONE } from './generate/world.ts'

const root = join(import.meta.dirname, '..')
const MIGRATIONS = join(root, 'src/main/database/migrations')
const DOMAIN = [
  'words.ts',
  'initials.ts',
  'products/words.ts',
  'customers/words.ts',
  'audit/commands.ts',
  'orders/sums.ts',
  'stock/cost.ts',
]
const SEED = 20_261_121
export const PASSWORD = 'bench-password'

export const sizeOf = (orders: number): Size => ({ orders, products: 50_000, customers: 20_000, days: 730 })

export interface GeneratedShop {
  readonly file: string
  /** Null when it was there already. */
  readonly seconds: number | null
}

/** The file of a shop with so many orders, every invariant proven. */
export async function generatedShop(orders: number): Promise<GeneratedShop> {
  const file = generatedFile(orders)
  if (existsSync(file)) return { file, seconds: null }
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  removeWithJournals(unfinished)
  const start = performance.now()
  const passwordHash = await hashPassword(PASSWORD, (bytes) => Buffer.alloc(bytes, 1))
  const migrations = readMigrations(MIGRATIONS)
  generateShop({ file: unfinished, migrations, size: sizeOf(orders), seed: SEED, passwordHash, progress })
  const seconds = (performance.now() - start) / 1_000
  prove(unfinished)
  renameSync(unfinished, file)
  removeWithJournals(unfinished)
  return { file, seconds }
}

const generatedFile = (orders: number): string => join(tmpdir(), 'guitai-bench', whatMakesIt(), `shop-${orders}.db`)

function removeWithJournals(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

function prove(file: string): void {
  const reader = openReader(file)
  const broken = checkShop(reader).filter(({ holds }) => !holds)
  reader.close()
  if (broken.length > 0) throw new Error(`the generated shop breaks ${broken.map(({ name }) => name).join(', ')}`)
}

/** Everything whose change would change a generated row. */
function whatMakesIt(): string {
  const folders = [MIGRATIONS, join(root, 'bench/generate'), join(root, 'src/main/demo/invented')]
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  const all = [...files, ...DOMAIN.map((name) => join(root, 'src/main/domain', name))]
  return fingerprint(all.filter((name) => !name.includes('.test.')).map((name) => readFileSync(name, 'utf8')))
}

function progress(day: number, days: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\rgenerating … ${Math.floor((day * 100) / days)} %${day === days ? '\n' : ''}`)
}

const made: string[] = []

/** A shop folder with a copy of a generated file, which a benchmark may change. */
export function shopOf({ file }: Pick<GeneratedShop, 'file'>, now: Time): string {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-bench-shop-'))
  made.push(folder)
  const { database, backups } = shopFolder(folder)
  copyFileSync(file, database, constants.COPYFILE_FICLONE)
  // Today's snapshot seems to be there, so that none is taken behind the measurement's back.
  writeFileSync(join(backups, newSnapshotName(backups, 'daily', now, TIME_ZONE)), '')
  return folder
}

export function removeShops(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
