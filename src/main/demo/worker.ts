/** A thread that writes the demo shop and ends: no window waits for it. */
import { workerData } from 'node:worker_threads'
import { readMigrations } from '../database/migrator.ts'
import { writeDemoShop, type DemoShop } from './write.ts'

export type DemoTask = Omit<DemoShop, 'migrations' | 'progress'> & {
  /** The folder of the migrations. */
  readonly migrations: string
}

const { migrations, ...task } = workerData as DemoTask
await writeDemoShop({ ...task, migrations: readMigrations(migrations) })
