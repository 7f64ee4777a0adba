/** A morning in the shop, told as what was asked and what was answered; the same over every transport. */
import { isDefinedError, safe } from '@orpc/client'
import { OWNER } from './a-core.ts'
import type { Client, Connect } from './transports.ts'

export type Line = readonly [what: string, answer: unknown]

/** @param setupCode what the start printed */
export async function aMorning(connect: Connect, setupCode: string): Promise<readonly Line[]> {
  const told: Line[] = []
  let requests = 0
  const rid = () => `morning-${String((requests += 1)).padStart(6, '0')}`
  const tell = async <T>(what: string, asked: Promise<T>): Promise<T> => {
    const answered = await safe(asked)
    told.push([what, answered.isSuccess ? answered.data : refusalOf(answered.error)])
    return answered.data as T
  }

  const owner = connect()
  await tell('the shop is not there yet', owner.setup.state({}))
  const shop = {
    requestId: rid(),
    shopName: '小店',
    trade: 'tea' as const,
    ownerName: OWNER.name,
    password: OWNER.password,
  }
  await tell('a wrong setup code', owner.setup.snapshots({ setupCode: 'AAAAA-AAAAA' }))
  await tell('nothing to restore', owner.setup.snapshots({ setupCode }))
  await tell('the shop is set up', owner.setup.openShop({ ...shop, setupCode }))
  await tell('not twice', owner.setup.openShop({ ...shop, requestId: rid(), setupCode }))
  await tell('it is there', owner.setup.state({}))
  await tell('nobody is signed in', owner.session.current({}))
  await tell('without sign-in nothing', owner.products.list({}))
  await tell('a wrong password', owner.session.signIn({ requestId: rid(), name: OWNER.name, password: 'wrong' }))
  await tell('the owner signs in', owner.session.signIn({ requestId: rid(), ...OWNER }))
  await tell('and is known', owner.session.current({}))

  const hear = listenTo(owner)
  await trade(owner, rid, tell)
  await staff(owner, connect(), rid, tell)

  await tell('the audit line', owner.audit.list({ limit: 200 }))
  await tell('every sum holds', owner.audit.check({}))
  told.push(['what was heard meanwhile', await hear])
  await tell('sign-out', owner.session.signOut({ requestId: rid() }))
  await tell('and nothing more', owner.products.list({}))
  return told
}

type Tell = <T>(what: string, asked: Promise<T>) => Promise<T>

async function trade(client: Client, rid: () => string, tell: Tell): Promise<void> {
  const product = await tell(
    'a product',
    client.products.create({
      requestId: rid(),
      code: 'TEA-01',
      title: '龙井',
      kind: 'goods',
      category: '绿茶',
      baseUnit: '罐',
      taxRate: 1_300 as never,
      units: [{ name: '箱', factor: 24_000 as never }],
      skus: [
        {
          code: 'TEA-01',
          variant: '',
          price: 880_000 as never,
          floorPrice: null,
          barcodes: [{ barcode: '6901234567892', unit: '罐' }],
        },
      ],
    }),
  )
  const skuId = product.skus[0]?.id ?? 0
  const quantity = (count: number) => (count * 1_000) as never
  await tell(
    'goods come in',
    client.stock.receive({
      requestId: rid(),
      kind: 'goodsReceived',
      supplier: '',
      note: '',
      lines: [{ skuId, quantity: quantity(10), unitCost: 500_000 as never }],
    }),
  )
  await tell('the shift opens', client.drawer.open({ requestId: rid(), float: 10_000 as never }))
  await tell('a scan', client.products.scan({ code: '6901234567892' }))
  const basket = {
    customerId: null,
    lines: [{ kind: 'item' as const, skuId, quantity: quantity(3) }],
    saleDiscount: null,
    roundOff: 'none' as const,
  }
  await tell('what it comes to', client.orders.price(basket))
  await tell('with one more scanned', client.orders.scan({ ...basket, code: '6901234567892' }))
  const sale = {
    ...basket,
    requestId: rid(),
    tenders: [{ tender: 'cash' as const, amount: 26_400 as never, received: 30_000 as never }],
    expectedTotal: 26_400 as never,
    note: '',
  }
  const sold = await tell('a sale', client.orders.sell(sale))
  await tell('the same wish again is carried out once', client.orders.sell(sale))
  await tell('another wish under its name', client.orders.sell({ ...sale, note: 'other' }))
  await tell('a total that has changed', client.orders.sell({ ...sale, requestId: rid(), expectedTotal: 1 as never }))
  await tell(
    'an empty basket',
    client.orders.sell({ ...sale, requestId: rid(), lines: [], tenders: [], expectedTotal: 0 as never }),
  )
  await tell('something that is not a basket', client.orders.price({ ...basket, lines: 'many' as never }))
  await tell('the level', client.stock.level({ skuId }))
  await tell(
    'one comes back',
    client.returns.returnGoods({
      requestId: rid(),
      customerId: null,
      lines: [{ kind: 'linked', originalLineId: sold.lines[0]?.id ?? 0, quantity: quantity(1) }],
      reason: '换货',
      tenders: [{ tender: 'cash', amount: 8_800 as never }],
      expectedTotal: 8_800 as never,
    }),
  )
  await tell('the movements', client.stock.movements({ skuId }))
  await tell('the documents', client.documents.list({}))
  await tell('by number', client.documents.byNumber({ number: sold.number }))
  await tell('one that is not there', client.documents.get({ documentId: 999 }))
  await tell('a paper', client.documents.paper({ documentId: sold.id, paper: 'receipt' }))
  await tell('the drawer is counted', client.drawer.count({ requestId: rid(), counted: 27_600 as never }))
  await tell('the shift closes', client.drawer.close({ requestId: rid(), reason: '' }))
  await tell('its report', client.drawer.report({ shiftId: 1 }))
  await tell('the day is done', client.dayEnd.confirm({ requestId: rid() }))
}

async function staff(owner: Client, clerk: Client, rid: () => string, tell: Tell): Promise<void> {
  const hired = { name: '小王', role: 'clerk' as const, password: 'another password' }
  await tell('a clerk is hired', owner.staff.create({ requestId: rid(), ...hired }))
  await tell('and signs in', clerk.session.signIn({ requestId: rid(), name: hired.name, password: hired.password }))
  await tell('sees the stock without its cost', clerk.products.list({}))
  await tell('may not see the audit line', clerk.audit.list({}))
  await tell('nor settings changed', clerk.settings.get({}))
  const { rows } = await clerk.documents.list({ kind: 'sale' })
  await tell('sees what another may allow in place', clerk.documents.get({ documentId: rows[0]?.id ?? 0 }))
}

/** Hears everything from the beginning up to the hiring of the clerk. */
async function listenTo(client: Client): Promise<unknown[]> {
  const heard: unknown[] = []
  for await (const change of await client.live.changes({ since: 0 })) {
    heard.push(change)
    if (change.name === 'staff.create') break
  }
  return heard
}

function refusalOf(error: unknown): unknown {
  if (!isDefinedError(error as Error)) throw error as Error
  const { code, data, status } = error as unknown as { code: string; data: unknown; status: number }
  return { refused: code, status, data }
}
