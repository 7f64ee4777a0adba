/**
 * Refuses words that stand in a template instead of in the locales. Any Chinese is refused, and any Latin word of two
 * letters where a person would read it; figures, signs and single letters are not words. Keys and code (`<kbd>Enter</kbd>`)
 * read the same in every language.
 */
import type { Rule } from 'eslint'
import type { AST } from 'vue-eslint-parser'

const CHINESE = /\p{Script=Han}/u
const WORD = /\p{L}{2,}/u
const READ_ALOUD = /^(title|placeholder|label|alt|aria-label|aria-description|aria-roledescription|aria-placeholder)$/
const SAME_IN_EVERY_LANGUAGE = new Set(['kbd', 'code', 'pre'])

interface TemplateServices {
  defineTemplateBodyVisitor(visitor: Record<string, (node: never) => void>): Rule.RuleListener
}

export const noUntranslatedText: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'refuse text in .vue templates that is not in the locales' },
    schema: [],
    messages: { untranslated: 'Say this through t(…) and put “{{ text }}” into the three locales.' },
  },
  create: (context) => {
    const report = (node: AST.Node, text: string) => {
      context.report({ loc: node.loc, messageId: 'untranslated', data: { text: text.trim().slice(0, 40) } })
    }
    const services = context.sourceCode.parserServices as Partial<TemplateServices>
    if (!services.defineTemplateBodyVisitor) return {}

    return services.defineTemplateBodyVisitor({
      VText: (node: AST.VText) => {
        if (CHINESE.test(node.value)) report(node, node.value)
        else if (WORD.test(node.value) && !isSameInEveryLanguage(node.parent)) report(node, node.value)
      },
      'VAttribute[directive=false]': (node: AST.VAttribute) => {
        const text = node.value?.value ?? ''
        if (CHINESE.test(text) || (READ_ALOUD.test(node.key.name) && WORD.test(text))) report(node, text)
      },
      VExpressionContainer: (node: AST.VExpressionContainer) => {
        if (!isRead(node) || !node.expression) return
        for (const [part, text] of shownTexts(node.expression)) {
          if (WORD.test(text) && !CHINESE.test(text)) report(part, text)
        }
      },
      'VExpressionContainer Literal': (node: AST.ESLintLiteral) => {
        if (typeof node.value === 'string' && CHINESE.test(node.value)) report(node, node.value)
      },
      'VExpressionContainer TemplateElement': (node: AST.ESLintTemplateElement) => {
        if (CHINESE.test(node.value.raw)) report(node, node.value.raw)
      },
    })
  },
}

function isSameInEveryLanguage(parent: AST.VElement | AST.VDocumentFragment): boolean {
  return parent.type === 'VElement' && SAME_IN_EVERY_LANGUAGE.has(parent.name)
}

/** `{{ … }}`, v-text and bound attributes that a person reads; not v-if, class, events and the like. */
function isRead({ parent }: AST.VExpressionContainer): boolean {
  if (parent.type === 'VElement') return !isSameInEveryLanguage(parent)
  if (parent.type !== 'VAttribute') return false
  const { name, argument } = parent.key
  if (name.name === 'text') return true
  return name.name === 'bind' && argument?.type === 'VIdentifier' && READ_ALOUD.test(argument.name)
}

/** The texts that an expression may show: through ?:, ||, ?? and +, but not the arguments of a call. */
function shownTexts(node: AST.Node): [AST.Node, string][] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [[node, node.value]] : []
    case 'TemplateLiteral':
      return node.quasis.map((quasi) => [quasi, quasi.value.raw])
    case 'ConditionalExpression':
      return [...shownTexts(node.consequent), ...shownTexts(node.alternate)]
    case 'LogicalExpression':
      return [...shownTexts(node.left), ...shownTexts(node.right)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...shownTexts(node.left), ...shownTexts(node.right)] : []
    default:
      return []
  }
}
