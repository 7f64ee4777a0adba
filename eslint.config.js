import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { noSqlArithmeticOnParameters } from './eslint-rules/no-sql-arithmetic-on-parameters.ts'
import { noUntranslatedText } from './eslint-rules/no-untranslated-text.ts'

const guitai = {
  rules: {
    'no-sql-arithmetic-on-parameters': noSqlArithmeticOnParameters,
    'no-untranslated-text': noUntranslatedText,
  },
}

const chineseText = {
  selector: String.raw`:matches(Literal[value=/\p{Script=Han}/u], TemplateElement[value.raw=/\p{Script=Han}/u])`,
  message: 'Words for people are in src/renderer/locales.',
}

const clockAndIds = [
  [`CallExpression[callee.object.name='Date'][callee.property.name='now']`, 'ctx.clock'],
  [`NewExpression[callee.name='Date'][arguments.length=0]`, 'ctx.clock'],
  [`CallExpression[callee.name='Date']`, 'ctx.clock'],
  [`CallExpression[callee.object.name='Math'][callee.property.name='random']`, 'ctx.ids'],
  [`CallExpression[callee.property.name='randomUUID']`, 'ctx.ids'],
  [`CallExpression[callee.name='randomUUID']`, 'ctx.ids'],
  [`ImportDeclaration[source.value='ulid'][importKind!='type']`, 'ctx.ids'],
].map(([selector, instead]) => ({ selector, message: `The domain gets time and ids from its context: ${instead}.` }))

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'coverage/']),

  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  prettier,

  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.tests.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      // TypeScript itself knows which names exist, per side: browser or Node.
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in a text are everyday here and have one spelling.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => emit('close')`: the arrow says that nobody reads the answer.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `_ctx` is a parameter that a signature asks for.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // With noUncheckedIndexedAccess, `!` after a bound that was just checked is the honest form.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Money and Quantity are numbers with a brand, and may be negated.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // Calls `'general' as Trade` unnecessary where it decides what is inferred, and --fix would take it away.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // oRPC names the context of a call without one `Record<never, never>`.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Text is split into its characters on purpose: search, barcodes, amounts in words.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `while (true)` is a loop whose exit is inside.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },

  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    plugins: { guitai },
    rules: {
      'guitai/no-untranslated-text': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView', 'I18nT'] }],
      'vue/no-v-html': 'error',
      // For lint every component and its props are of unknown type; vue-tsc checks these.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      // Pages are named by their one word: Counter, Orders.
      'vue/multi-word-component-names': 'off',
      // A prop that may be absent is `undefined`, which TypeScript checks.
      'vue/require-default-prop': 'off',
    },
  },

  {
    files: ['src/renderer/**'],
    ignores: ['src/renderer/locales/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', chineseText] },
  },

  {
    files: ['src/renderer/**'],
    // `const { t } = useI18n()` is how it is meant to be used.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },

  {
    files: ['src/main/**', 'bench/**', 'scripts/**'],
    plugins: { guitai },
    rules: { 'guitai/no-sql-arithmetic-on-parameters': 'error' },
  },

  {
    files: ['src/main/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndIds] },
  },

  {
    // vitest reads these, and what a test compares is often loosely typed by its library.
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any(String) is any
    },
  },

  {
    // CommonJS, because its tool reads nothing else; plain JavaScript without types of its own.
    files: ['**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },

  {
    // Plain JavaScript is checked by tsc through JSDoc; JSON.parse and the like stay untyped there.
    files: ['scripts/**/*.js', '*.config.js'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
)
