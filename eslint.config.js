import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { cyclesRule } from './scripts/lint/cycles-rule.js'
import { layersRule } from './scripts/lint/layers-rule.js'

const platformGlobals = [
  ...['window', 'document', 'location', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'alert', 'confirm', 'self'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'postMessage'],
  ...['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename', 'setImmediate', 'clearImmediate'],
]

/** ESLint's own rules against plain mistakes. */
const plainRules = [
  ...['array-callback-return', 'default-case-last', 'eqeqeq', 'no-async-promise-executor', 'no-case-declarations', 'no-cond-assign'],
  ...['no-constant-condition', 'no-debugger', 'no-empty', 'no-empty-character-class', 'no-eval', 'no-fallthrough', 'no-implied-eval'],
  ...['no-loss-of-precision', 'no-new-func', 'no-self-assign', 'no-self-compare', 'no-sparse-arrays'],
  ...['no-template-curly-in-string', 'no-unsafe-finally', 'no-useless-catch', 'no-useless-escape', 'no-var', 'object-shorthand', 'prefer-const', 'require-yield'],
  ...['use-isnan'],
]

const everywhere = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of literals: enums leave code behind and do not meet the schemas.',
  },
]

const injected = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the time from ports.clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from ports.clock.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Take ids from ports.ids.' },
  { selector: "CallExpression[callee.property.name='randomUUID']", message: 'Take ids from ports.ids.' },
]

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'coverage/', '.cache/', 'test-results/', 'resources/', 'bench/peers/.build/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'all code',
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [tseslint.configs.recommended],
    plugins: { jingjian: { rules: { layers: layersRule, cycles: cyclesRule } } },
    rules: {
      'jingjian/layers': 'error',
      'jingjian/cycles': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-misleading-character-class': ['error', { allowEscape: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', ...everywhere],
      ...Object.fromEntries(plainRules.map((rule) => [rule, 'error'])),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },

  {
    // Where a forgotten promise loses data. The interface is left out: its libraries' types take longer than all the rest.
    name: 'promises, which only types can tell',
    files: ['src/{api,core,node,main,web,cli}/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },

  {
    name: 'core and contract: no Node, no Electron, no DOM',
    files: ['src/core/**/*.ts', 'src/api/**/*.ts'],
    ignores: ['src/core/memory.ts'],
    rules: {
      'no-restricted-globals': ['error', { globals: platformGlobals, checkGlobalObject: true }],
      'no-restricted-syntax': ['error', ...everywhere, ...injected],
      'no-console': 'error',
    },
  },

  {
    name: 'the browser side: no Node',
    files: ['src/renderer/**/*.{ts,tsx}', 'src/reader/**/*.{ts,tsx}', 'src/preload/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', '__dirname', '__filename', 'setImmediate'],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    name: 'React',
    files: ['src/renderer/**/*.{ts,tsx}', 'src/reader/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // Not its other rules: they run the React Compiler, which the build does not use, and take longer than all the rest.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    name: 'tests',
    files: ['**/*.test.{ts,tsx}', '**/*.spec.{ts,tsx}', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    name: 'scripts',
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error' },
  },
  {
    name: 'scripts that run in a page',
    files: ['test/**/page/**/*.mjs'],
    languageOptions: { globals: globals.browser },
  },
)
