/** Which texts the source asks for: t('a.b'), $t(…), te(…), <i18n-t keypath>, t(`state.${x}`), t('error.' + code). */
import tseslint from 'typescript-eslint'
import { AST, parse as parseVue } from 'vue-eslint-parser'

export interface Uses {
  /** Asked for by name: must exist. */
  readonly keys: Set<string>
  /** Asked for by the beginning of a name: at least one must exist, and all below count as used. */
  readonly prefixes: Set<string>
  /** Every other text constant: a key that is handed around (a route's title, a column's label) counts as used. */
  readonly constants: Set<string>
}

const ASKING = /^\$?(t|te|tm|rt)$/

export function usesIn(file: string, text: string): Uses {
  const uses: Uses = { keys: new Set(), prefixes: new Set(), constants: new Set() }
  for (const tree of parse(file, text)) walk(tree, uses)
  return uses
}

function parse(file: string, text: string): AST.Node[] {
  const program = parseVue(text, {
    parser: tseslint.parser,
    filePath: file,
    ecmaVersion: 'latest',
    sourceType: 'module',
  })
  return program.templateBody ? [program, program.templateBody] : [program]
}

function walk(tree: AST.Node, uses: Uses): void {
  AST.traverseNodes(tree, {
    enterNode(node) {
      if (node.type === 'CallExpression' && isAsking(node.callee)) addKeys(node.arguments[0], uses)
      if (node.type === 'Literal' && typeof node.value === 'string') uses.constants.add(node.value)
      if (node.type === 'VLiteral') uses.constants.add(node.value)
      if (node.type === 'VAttribute' && !node.directive && node.key.name === 'keypath') {
        if (node.value) uses.keys.add(node.value.value)
      }
    },
    leaveNode() {},
  })
}

function isAsking(callee: AST.Node): boolean {
  if (callee.type === 'Identifier') return ASKING.test(callee.name)
  return (
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && ASKING.test(callee.property.name)
  )
}

function addKeys(key: AST.Node | undefined, uses: Uses): void {
  switch (key?.type) {
    case 'Literal':
      uses.keys.add(String(key.value))
      break
    case 'TemplateLiteral':
      if (key.expressions.length === 0) uses.keys.add(key.quasis[0]!.value.cooked ?? '')
      else addPrefix(key.quasis[0]!.value.cooked ?? '', uses)
      break
    case 'BinaryExpression':
      if (key.left.type === 'Literal') addPrefix(String(key.left.value), uses)
      break
    case 'ConditionalExpression':
      addKeys(key.consequent, uses)
      addKeys(key.alternate, uses)
      break
    default: // a key from elsewhere: its text constant counts
  }
}

/** `t(`${x}`)` says nothing about what it asks for, and must not make everything used. */
function addPrefix(prefix: string, uses: Uses): void {
  if (prefix !== '') uses.prefixes.add(prefix)
}
