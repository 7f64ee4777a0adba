/** How SQLite carries out what a shop asks: the plan of every statement that `work` prepares for the first time. */
import type { TestShop } from './a-shop.ts'

export async function plansOf(shop: Pick<TestShop, 'sqlite'>, work: () => Promise<unknown>): Promise<string[]> {
  const { sqlite } = shop
  const prepare = sqlite.prepare.bind(sqlite)
  const asked: string[] = []
  sqlite.prepare = ((sql: string) => {
    asked.push(sql)
    return prepare(sql)
  }) as typeof sqlite.prepare
  try {
    await work()
  } finally {
    sqlite.prepare = prepare
  }
  return asked.filter((sql) => /^\s*(select|with)/i.test(sql)).map((sql) => planOf(prepare, sql))
}

function planOf(prepare: TestShop['sqlite']['prepare'], sql: string): string {
  const parameters = Array.from(sql.matchAll(/\?/g), () => null)
  const steps = prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
  return steps.map(({ detail }) => detail).join(' | ')
}
