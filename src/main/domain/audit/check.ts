/**
 * Proves that every sum of the shop holds (体检), from the rows alone and by set-based SQL: the one place that reads the
 * tables of all trades. Each answer counts what is broken.
 */
import { sql, type SQL } from 'drizzle-orm'
import { INVARIANTS, type Invariant } from '../../../contract/audit.ts'
import type { ReadDb } from '../../database/connection.ts'
import type { ReadContext } from '../context.ts'
import { brokenLinks } from './chain.ts'

export function checkShop({ db }: Pick<ReadContext, 'db'>): { name: Invariant; holds: boolean; broken: number }[] {
  return INVARIANTS.map((name) => {
    const check = CHECKS[name]
    const broken = typeof check === 'function' ? check(db) : countOf(db, check)
    return { name, holds: broken === 0, broken }
  })
}

function countOf(db: ReadDb, broken: SQL): number {
  return db.get<{ broken: number }>(sql`select count(*) as broken from (${broken})`).broken
}

const CHECKS: Readonly<Record<Invariant, SQL | ((db: ReadDb) => number)>> = {
  /** On hand of each SKU and warehouse is what its movements add up to, on hand and value of all its pieces too. */
  levelsEqualMovements: sql`
    select sku_id from (
      select sku_id, warehouse_id, quantity from stock_movements
      union all
      select sku_id, warehouse_id, - on_hand from stock_levels)
    group by sku_id, warehouse_id having sum(quantity) <> 0
    union all
    select sku_id from (
      select sku_id, quantity, value from stock_movements
      union all
      select sku_id, - on_hand, - value from stock_values)
    group by sku_id having sum(quantity) <> 0 or sum(value) <> 0`,

  /**
   * Goods on a document moved, just as many and for just its cost, and no others: no sale without its stock movement, and
   * what a transfer took from one warehouse came into the other.
   */
  linesEqualMovements: sql`
    with moved as (
      select line_id, sum(quantity) as quantity, sum(value) as value from stock_movements
      where kind <> 'costCorrection' group by line_id)
    select 1 from document_lines as line
    join documents as d on d.id = line.document_id
    left join moved on moved.line_id = line.id
    where coalesce(moved.quantity, 0) <> case
        when line.kind <> 'goods' or d.kind = 'stockTransfer' then 0
        when d.kind in ('sale', 'customerReturn') then - line.base_quantity
        else line.base_quantity end
      or coalesce(moved.value, 0) <> iif(d.kind in ('goodsReceived', 'openingStock'), line.cost, - line.cost)
    union all
    select 1 from (
      select line.id as line_id, d.warehouse_id, - line.base_quantity as quantity
      from documents as d join document_lines as line on line.document_id = d.id where d.kind = 'stockTransfer'
      union all
      select line.id, d.to_warehouse_id, line.base_quantity
      from documents as d join document_lines as line on line.document_id = d.id where d.kind = 'stockTransfer'
      union all
      select line_id, warehouse_id, - quantity from stock_movements where kind = 'stockTransfer')
    group by line_id, warehouse_id having sum(quantity) <> 0
    union all
    select 1 from documents as d
    where cost <> (select coalesce(sum(cost), 0) from document_lines where document_id = d.id)`,

  zeroStockHasZeroValue: sql`select 1 from stock_values where on_hand = 0 and value <> 0`,

  documentTotalsEqualLines: sql`
    select 1 from (select *, iif(prices_include_tax, 0, tax) as tax_on_top from documents) as d
    where total <> subtotal - discount_total - round_off + tax_on_top
      or (total - tax_on_top, line_count) is not (
        select coalesce(sum(amount), 0), count(*) from document_lines where document_id = d.id)`,

  documentTaxEqualsLines: sql`
    select 1 from documents as d
    where tax <> (select coalesce(sum(tax), 0) from document_lines where document_id = d.id)`,

  /** What a document says was paid is what its payments come to; completed sales and returns are settled in full. */
  salesAreSettled: sql`
    select 1 from documents as d
    join (select id, (select coalesce(sum(amount), 0) from payments where document_id = documents.id) as received
      from documents) as p on p.id = d.id
    where d.paid <> p.received
      or (d.kind in ('sale', 'customerReturn') and d.state = 'completed' and d.total <> p.received)`,

  /** A closed shift's drawer should have held its float, its cash payments and what was put in and taken out. */
  shiftsEqualCash: sql`
    select 1 from shifts as s
    where closed_at is not null and expected <> float
      + (select coalesce(sum(amount), 0) from payments where shift_id = s.id and tender = 'cash')
      + (select coalesce(sum(amount), 0) from cash_movements where shift_id = s.id)`,

  /** What a customer owes is what their account's entries come to, and what their documents put on account. */
  owedEqualsAccountRows: sql`
    select 1 from (
      select customer_id, owed, 0 as entered, 0 as booked from customer_accounts
      union all
      select customer_id, 0, amount, 0 from account_entries
      union all
      select d.customer_id, 0, 0, p.amount from payments as p join documents as d on d.id = p.document_id
      where p.tender = 'onAccount')
    group by customer_id having sum(owed) <> sum(entered) or sum(entered) <> sum(booked)`,

  /**
   * What is open of a customer's documents is what they owe; no document is settled by more than it put on account, and a
   * sale says it is paid just when nothing of it is open.
   */
  openDebtsEqualOwed: sql`
    with moved as (
      select customer_id, document_id, amount as booked, amount as open from account_entries
      union all
      select customer_id, settled_id, 0, - amount from debt_allocations
      union all
      select customer_id, settling_id, 0, amount from debt_allocations),
    debts as (
      select customer_id, document_id, sum(booked) as booked, sum(open) as open from moved
      group by customer_id, document_id)
    select 1 from debts join documents as d on d.id = debts.document_id
    where open not between min(booked, 0) and max(booked, 0)
      or (d.kind = 'sale' and d.state = 'completed' and (open = 0) <> (d.payment_state = 'paid'))
    union all
    select 1 from (
      select customer_id, open, 0 as owed from debts
      union all
      select customer_id, 0, owed from customer_accounts)
    group by customer_id having sum(open) <> sum(owed)`,

  /** What is held for a customer is what its entries come to; store credit is what documents paid with and gave to it. */
  balancesEqualEntries: sql`
    select 1 from (
      select customer_id, account, balance, 0 as entered, 0 as booked from customer_balances
      union all
      select customer_id, account, 0, amount, 0 from balance_entries
      union all
      select d.customer_id, 'storeCredit', 0, 0, - p.amount from payments as p join documents as d on d.id = p.document_id
      where p.tender = 'storeCredit')
    group by customer_id, account
    having sum(balance) <> sum(entered) or (account = 'storeCredit' and sum(entered) <> sum(booked))`,

  /** What a return gives to its exchange, the sale takes from it. */
  exchangesCancel: sql`
    select 1 from payments as p join documents as d on d.id = p.document_id
    where p.tender = 'exchange'
    group by coalesce(d.exchanged_with_id, d.id) having sum(p.amount) <> 0 or count(distinct d.id) <> 2`,

  /** Of no line has more come back than was sold; what comes back counts below zero. */
  returnsWithinSales: sql`
    select 1 from document_lines as back join document_lines as sold on sold.id = back.original_line_id
    where sold.base_quantity > 0 group by sold.id having sold.base_quantity + sum(back.base_quantity) < 0`,

  numbersHaveNoGaps: sql`
    with used as (
      select series, business_day, number, cast(substr(number, length(series) + 11) as integer) as counter
      from (
        select substr(number, 1, instr(number, '-') - 1) as series, business_day, number from documents
        union all
        select substr(number, 1, instr(number, '-') - 1), business_day, number from shifts)),
    counted as (
      select series, business_day, count(distinct counter) as given, max(counter) as highest,
        sum(number <> series || '-' || replace(business_day, '-', '') || '-' || printf('%04d', counter)) as strange
      from used group by series, business_day),
    skipped as (
      select series, business_day, sum(last - first + 1) as given, max(last) as highest from number_gaps
      group by series, business_day),
    days as (
      select series, business_day, last, 0 as given, 0 as highest, 0 as strange from number_series
      union all select series, business_day, 0, given, highest, strange from counted
      union all select series, business_day, 0, given, highest, 0 from skipped)
    select 1 from days group by series, business_day
    having sum(given) <> max(last) or max(highest) <> max(last) or sum(strange) > 0
    union all
    select 1 from number_gaps as gap join used using (series, business_day) where counter between gap.first and gap.last
    union all
    select 1 from number_gaps as gap join number_gaps as other using (series, business_day)
    where gap.id < other.id and gap.first <= other.last and other.first <= gap.last`,

  /** Each line follows the one before, and what was the chain's head at a day's end still stands in it. */
  auditChainUnbroken: (db) =>
    brokenLinks(db) +
    countOf(
      db,
      sql`select 1 from day_ends as d left join commands as c on c.seq = d.seq where c.hash is not d.hash and d.seq > 0`,
    ),

  foreignKeysHold: sql`select 1 from pragma_foreign_key_check`,
}
