import { noSqlArithmeticOnParameters } from './no-sql-arithmetic-on-parameters.ts'
import { ruleTester } from './rule-tester.ts'

const refused = [{ messageId: 'arithmetic' }]

ruleTester.run('no-sql-arithmetic-on-parameters', noSqlArithmeticOnParameters, {
  valid: [
    'db.prepare("select * from orders where id = ?")',
    'db.prepare("select count(*) from orders where id = ? and total > @total")',
    'db.prepare(`select quantity * factor from lines where id = :id`)',
    'db.prepare("update levels set quantity = quantity + ? where sku_id = ?")',
    'db.prepare("select ? /* ids */ from orders")',
    'db.prepare("select id from orders where note = \'?*\' and id = ?")',
    'db.prepare(`select ${columns} * 2 from lines`)',
    'sql`select * from ${orders} where ${orders.id} = ${id}`',
    'sql`${orders.total} + ${amount}`',
    "const path = '/orders/:orderId/cancel'",
    "const glob = 'src/*/:name'",
    "const script = 'data:text/javascript,delete process.env.NAME'",
    'const area = width * height + "?"',
    'css`width: ${half} / 2`',
  ],
  invalid: [
    { code: 'db.prepare("update levels set quantity = quantity * ?")', errors: refused },
    { code: 'const part = "where quantity * ? > 1"', errors: refused },
    { code: 'const part = "sum(quantity * ?)"', errors: refused },
    { code: 'db.prepare("select 7 / ?")', errors: refused },
    { code: 'db.prepare("select ?/2")', errors: refused },
    { code: 'db.prepare("select total * ?1 from orders")', errors: refused },
    { code: 'db.prepare("select total * :rate from orders")', errors: refused },
    { code: 'db.prepare("select total * @rate from orders")', errors: refused },
    { code: 'db.prepare("select $rate * total from orders")', errors: refused },
    { code: 'db.prepare("select (? ) * total from orders")', errors: refused },
    { code: 'db.prepare("select total * ( ?) from orders")', errors: refused },
    { code: 'db.prepare("select total " + "* ? " + "from orders")', errors: refused },
    { code: 'db.prepare(`select ${column} from orders where total * ? > 1`)', errors: refused },
    { code: 'sql`${orders.total} * ${rate}`', errors: refused },
    { code: 'sql<number>`total / ${rate}`', errors: refused },
    { code: 'sql.raw`total / ${rate}`', errors: refused },
  ],
})
