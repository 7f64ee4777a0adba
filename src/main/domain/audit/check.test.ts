import { beforeEach, describe, expect, test } from 'vitest'
import { INVARIANTS, type Invariant } from '../../../contract/audit.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { off, pieces, trade } from '../../testing/trade.ts'
import { brokenLinks } from './chain.ts'

let shop: TestShop

/** A small trade with something of everything that the invariants are about. */
beforeEach(async () => {
  shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 10)
  const coat = await t.stocked('COAT', 2)
  const customerId = await t.customer()
  await t.openShift()
  const sold = await t.sell([t.item(tea, 3), t.item(coat, 2)], { saleDiscount: off(0.1), roundOff: 'jiao' })
  await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
  const originalLineId = sold.lines[0]?.id ?? 0
  await t.takeBack([{ kind: 'linked', originalLineId, quantity: pieces(2) }])
  await shop.client.stock.adjust({
    requestId: shop.rid(),
    reason: '盘点',
    lines: [{ skuId: coat, quantity: pieces(-1) }],
  })
  await t.closeShift(1000, { reason: '没有细点' })
  shop.clock.advance(24 * 3_600_000)
  await t.openShift()
  await t.sell([t.item(tea, 1)])
})

const broken = async () => (await shop.client.audit.check({})).filter(({ holds }) => !holds)

/** Does what the database itself refuses, as a faulty program or a meddler would. */
function meddle(sql: string): void {
  const triggers = shop.rows("select name from sqlite_master where type = 'trigger'")
  for (const { name } of triggers) shop.sqlite.exec(`drop trigger ${String(name)}`)
  shop.sqlite.pragma('foreign_keys = off')
  shop.sqlite.pragma('ignore_check_constraints = on')
  shop.sqlite.exec(sql)
}

test('an honest shop keeps every invariant', async () => {
  const checked = await shop.client.audit.check({})
  expect(checked.map(({ name }) => name)).toEqual(INVARIANTS)
  expect(checked.filter(({ holds, broken: count }) => !holds || count !== 0)).toEqual([])
})

test('so does one that has traded nothing', async () => {
  shop = aShop()
  expect(await broken()).toEqual([])
})

describe('the check sees', () => {
  test.each<[string, Invariant | readonly Invariant[], string]>([
    [
      'a movement that belongs to another line',
      'linesEqualMovements',
      'update stock_movements set line_id = 1 where seq = 4',
    ],
    ['a cost that its lines do not have', 'linesEqualMovements', 'update documents set cost = cost + 1 where id = 3'],
    [
      'a shift that was counted against another sum',
      'shiftsEqualCash',
      'update shifts set closed_at = 1, closed_by = 1, counted = 5, expected = 5',
    ],
    [
      'a level that no movement made',
      'levelsEqualMovements',
      'update stock_levels set on_hand = on_hand + 1 where sku_id = 1',
    ],
    [
      'a value that no movement made',
      'levelsEqualMovements',
      'update stock_values set value = value + 1 where sku_id = 1',
    ],
    ['a level that is gone', 'levelsEqualMovements', 'delete from stock_levels where sku_id = 1'],
    ['a value that is gone', 'levelsEqualMovements', 'delete from stock_values where sku_id = 1'],
    [
      'pieces that are nowhere',
      'levelsEqualMovements',
      'update stock_values set on_hand = on_hand + 1 where sku_id = 1',
    ],
    [
      'a level of what never moved',
      'levelsEqualMovements',
      'insert into stock_levels values (1, 2, 5); insert into warehouses (id, uid, name) values (2, 2, 2)',
    ],
    [
      'a movement that is gone',
      ['levelsEqualMovements', 'linesEqualMovements'],
      'delete from stock_movements where seq = 3',
    ],
    [
      'a value of nothing',
      ['linesEqualMovements', 'zeroStockHasZeroValue'],
      `
      insert into skus (id, uid, product_id, code, variant, price) values (9, 'u', 1, 'X', 'X', 0);
      insert into stock_values values (9, 0, 5, 0);
      insert into stock_movements select null, 9, 1, kind, document_id, line_id, 0, 5, 0, null, recorded_at, business_day
      from stock_movements where seq = 1`,
    ],
    ['a changed line', 'documentTotalsEqualLines', 'update document_lines set amount = amount + 1 where id = 3'],
    ['a line too many', 'documentTotalsEqualLines', 'update documents set line_count = 3 where id = 3'],
    [
      'a discount that is not in the total',
      'documentTotalsEqualLines',
      'update documents set discount_total = 0 where id = 3',
    ],
    ['tax that no line has', 'documentTaxEqualsLines', 'update documents set tax = tax + 1 where id = 3'],
    [
      'a payment that is gone',
      ['salesAreSettled', 'shiftsEqualCash'],
      "delete from payments where tender = 'cash' and id = 1",
    ],
    ['a sale marked as paid', 'salesAreSettled', 'update documents set paid = 0 where id = 3'],
    [
      'a debt that no entry made',
      ['owedEqualsAccountRows', 'openDebtsEqualOwed'],
      'update customer_accounts set owed = 0',
    ],
    ['an account that is gone', ['owedEqualsAccountRows', 'openDebtsEqualOwed'], 'delete from customer_accounts'],
    ['an entry that is gone', ['owedEqualsAccountRows', 'openDebtsEqualOwed'], 'delete from account_entries'],
    [
      'a debt put on someone else',
      'owedEqualsAccountRows',
      `
      insert into customers (id, uid, code, name, phone, address, note, created_at) values (2, 'u', '', 'X', '', '', '', 0);
      update account_entries set customer_id = 2;
      update customer_accounts set customer_id = 2`,
    ],
    [
      'a debt settled twice',
      'openDebtsEqualOwed',
      'insert into debt_allocations select null, 1, 3, document_id, amount, 0, business_day from account_entries',
    ],
    ['a debt that says it is paid', 'openDebtsEqualOwed', "update documents set payment_state = 'paid'"],
    [
      'a store credit that no document gave',
      'balancesEqualEntries',
      "insert into balance_entries values (null, 1, 'storeCredit', 3, 5, 5, 0, ''); insert into customer_balances values (1, 'storeCredit', 5)",
    ],
    ['points that no entry made', 'balancesEqualEntries', "insert into customer_balances values (1, 'points', 5)"],
    [
      'half an exchange',
      'exchangesCancel',
      "update payments set tender = 'exchange' where id = (select max(id) from payments)",
    ],
    [
      'more back than was sold',
      ['linesEqualMovements', 'returnsWithinSales'],
      'update document_lines set base_quantity = -3001 where original_line_id is not null',
    ],
    ['a number that is gone', 'numbersHaveNoGaps', "update number_series set last = last + 1 where series = 'SO'"],
    ['a number that was never given', 'numbersHaveNoGaps', "delete from number_series where series = 'AD'"],
    ['a number of another day', 'numbersHaveNoGaps', "update documents set number = 'SO-20261120-0001' where id = 3"],
    ['a number written otherwise', 'numbersHaveNoGaps', "update documents set number = 'SO-20261121-1' where id = 3"],
    [
      'a number that was to be skipped',
      'numbersHaveNoGaps',
      `
      insert into number_gaps values (null, 'SO', '2026-11-21', 2, 2, '', 0); update number_series set last = 3
      where series = 'SO' and business_day = '2026-11-21'`,
    ],
    [
      'a changed name in the audit line',
      'auditChainUnbroken',
      "update commands set name = 'orders.price' where seq = 4",
    ],
    ['a changed time in it', 'auditChainUnbroken', 'update commands set recorded_at = recorded_at + 1 where seq = 4'],
    ['another person in it', 'auditChainUnbroken', 'update commands set actor = null where seq = 4'],
    ['a changed payload', 'auditChainUnbroken', `update command_payloads set payload = '{"lines":[]}' where seq = 4`],
    [
      'a line taken out of it',
      'auditChainUnbroken',
      'delete from command_payloads where seq = 4; delete from commands where seq = 4',
    ],
    [
      'its end cut off',
      'auditChainUnbroken',
      `
      delete from command_payloads where seq = (select max(seq) from commands);
      delete from commands where seq = (select max(seq) from commands)`,
    ],
    ['a row that points nowhere', 'foreignKeysHold', 'update documents set staff_id = 99 where id = 3'],
  ])('%s', async (_, names, sql) => {
    meddle(sql)
    const seen = [names].flat().map((name) => ({ name, holds: false, broken: expect.any(Number) as number }))
    expect(await broken()).toEqual(seen)
  })

  test('numbers skipped on purpose are no gap', async () => {
    const skip = shop.sqlite.prepare("insert into number_gaps values (null, 'SO', '2026-11-22', 2, 5, 'restore', 0)")
    skip.run()
    meddle("update number_series set last = 5 where series = 'SO' and business_day = '2026-11-22'")
    expect(await broken()).toEqual([])
    await trade(shop).sell([trade(shop).item(1, 1)])
    expect(await broken()).toEqual([])
    expect(shop.rows("select number from documents where number = 'SO-20261122-0006'")).toHaveLength(1)
  })

  test('a payload erased for someone’s privacy leaves the chain whole', async () => {
    shop.sqlite.exec('delete from command_payloads where seq = 4')
    expect(await broken()).toEqual([])
  })

  test('a broken link on whatever page it is', () => {
    const count = shop.rows('select * from commands').length
    for (const page of [1, 3, count, count + 1]) expect(brokenLinks(shop.db, page)).toBe(0)
    meddle("update commands set name = 'orders.price' where seq in (3, 4, 7)")
    for (const page of [1, 3, count, count + 1]) expect(brokenLinks(shop.db, page)).toBe(3)
  })
})
