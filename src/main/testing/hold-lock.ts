/** Run as a process by tests: takes the lock of a folder and keeps it until it is killed or told to let go. */
import type { Time } from '../../contract/values.ts'
import { shopFolder } from '../database/folder.ts'
import { lockShop } from '../database/lock.ts'

const lock = lockShop(shopFolder(process.argv[2] ?? ''), 1_795_226_400_000 as Time)
console.log('held')
process.stdin.once('data', () => {
  lock.release()
  process.stdin.destroy()
})
