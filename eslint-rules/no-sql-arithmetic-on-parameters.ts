/**
 * Refuses `*` and `/` beside a parameter in SQL. better-sqlite3 binds every JS number as REAL, so `7 / ?` with 2 gives
 * 3.5 where stored integers would give 3: multiplication and division belong to contract/values.ts.
 */
import type { Rule } from 'eslint'
import type { BinaryExpression, MemberExpression, Node, TemplateLiteral } from 'estree'

/** Stands for a bound `${value}` of a drizzle sql`` template. */
const BOUND = '?'
/** Stands for `${text}` in an ordinary template: more SQL, not a parameter. */
const MORE_SQL = ' _ '

const PARAMETER = String.raw`(?:\?\d*|[:@$][A-Za-z_]\w*)`
const ARITHMETIC = new RegExp(String.raw`${PARAMETER}[\s)]*[*/]|[*/][\s(]*${PARAMETER}`)
const SQL =
  /\b(select\s|insert\s+(or\s+\w+\s+)?into\s|replace\s+into\s|delete\s+from\s|set\s+\w+\s*=|values\s*\(|where\s|returning\s|order\s+by\s|(sum|coalesce|cast)\s*\(|case\s+when\s)/i
const COMMENT_OR_TEXT = /--.*$|\/\*[^]*?\*\/|'(?:[^']|'')*'/gm

export const noSqlArithmeticOnParameters: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'refuse * and / beside a parameter in SQL' },
    schema: [],
    messages: {
      arithmetic: 'A parameter is bound as REAL: `*` and `/` beside it lose integers. Compute in contract/values.ts.',
    },
  },
  create: (context) => {
    const check = (node: Node, sql: string) => {
      if (ARITHMETIC.test(sql.replace(COMMENT_OR_TEXT, ' '))) context.report({ node, messageId: 'arithmetic' })
    }
    const checkText = (node: Node & Rule.NodeParentExtension) => {
      if (isPartOfText(node)) return
      const sql = textOf(node)
      if (SQL.test(sql)) check(node, sql)
    }
    return {
      Literal: checkText,
      TemplateLiteral: checkText,
      BinaryExpression: checkText,
      TaggedTemplateExpression: (node) => {
        if (isSqlTag(node.tag)) check(node, joined(node.quasi, BOUND))
      },
    }
  },
}

/** Pieces of `'select ' + '…'` are judged together, with the topmost `+`. */
function isPartOfText({ parent }: Rule.NodeParentExtension): boolean {
  return parent.type === 'TaggedTemplateExpression' || (parent.type === 'BinaryExpression' && parent.operator === '+')
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : MORE_SQL
  if (node.type === 'TemplateLiteral') return joined(node, MORE_SQL)
  if (isSum(node)) return textOf(node.left) + textOf(node.right)
  return MORE_SQL
}

function isSum(node: Node): node is BinaryExpression {
  return node.type === 'BinaryExpression' && node.operator === '+'
}

function joined({ quasis }: TemplateLiteral, between: string): string {
  return quasis.map((quasi) => quasi.value.raw).join(between)
}

/** sql`…`, sql<number>`…` and sql.raw`…` alike. */
function isSqlTag(tag: MemberExpression['object']): boolean {
  if (tag.type === 'Identifier') return tag.name === 'sql'
  return tag.type === 'MemberExpression' && isSqlTag(tag.object)
}
