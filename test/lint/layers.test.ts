import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Each is one file that must not pass: where it would lie, what it says, the rule that must speak, and a word of it. */
const violations: [file: string, code: string, rule: string, words: RegExp][] = [
  // the layer matrix, by alias and by relative path
  ['src/api/planted.ts', "import { createApp } from '#core/app'\ncreateApp", 'jingjian/layers', /api may not import core/],
  ['src/core/planted/planted.ts', "import { lock } from '#node/lock'\nlock", 'jingjian/layers', /core may not import node/],
  ['src/core/planted/planted.ts', "import { lock } from '../../node/lock'\nlock", 'jingjian/layers', /relative path into node/],
  ['src/core/planted.ts', "import { App } from '#renderer/app/App'\nApp", 'jingjian/layers', /core may not import renderer/],
  ['src/node/planted.ts', "import { start } from '#web/server'\nstart", 'jingjian/layers', /node may not import web/],
  ['src/node/planted.ts', "import { App } from '#renderer/app/App'\nApp", 'jingjian/layers', /node may not import renderer/],
  ['src/main/planted.ts', "import { Library } from '#core/library/index'\nLibrary", 'jingjian/layers', /main may import of core only/],
  ['src/cli/planted.ts', "import { Library } from '#core/library'\nLibrary", 'jingjian/layers', /cli may import of core only/],
  ['src/web/planted.ts', "import { fold } from '#core/text'\nfold", 'jingjian/layers', /web may import of core only/],
  ['src/preload/planted.ts', "import { open } from '#node/library'\nopen", 'jingjian/layers', /preload may not import node/],
  ['src/renderer/planted.tsx', "import { fold } from '#core/text'\nfold", 'jingjian/layers', /renderer may not import core/],
  ['src/renderer/planted.tsx', "import { fold } from '../core/text'\nfold", 'jingjian/layers', /relative path into core/],
  ['src/reader/planted.tsx', "import { lock } from '#node/lock'\nlock", 'jingjian/layers', /reader may not import node/],
  ['src/reader/planted.tsx', "import { fold } from '#core/text'\nfold", 'jingjian/layers', /reader may import of core only/],
  ['src/core/planted.ts', "import { x } from '../../test/support'\nx", 'jingjian/layers', /outside src/],
  ['src/core/planted.ts', "import { x } from '#nothing/there'\nx", 'jingjian/layers', /no alias/],

  // every way to write an import
  ['src/core/planted.ts', "export { lock } from '#node/lock'", 'jingjian/layers', /core may not import node/],
  ['src/core/planted.ts', "export * from '#node/lock'", 'jingjian/layers', /core may not import node/],
  ['src/core/planted.ts', "export const load = () => import('#node/lock')", 'jingjian/layers', /core may not import node/],
  ['src/core/planted.ts', "import '#node/lock'", 'jingjian/layers', /core may not import node/],
  ['src/core/planted.ts', "import type { Lock } from '#node/lock'\nexport type L = Lock", 'jingjian/layers', /core may not import node/],
  ['src/core/planted.ts', "export type L = import('#node/lock').Lock", 'jingjian/layers', /core may not import node/],
  ['src/core/planted.ts', "import fs = require('node:fs')\nfs", 'jingjian/layers', /'node:fs'/],

  // packages
  ['src/core/planted.ts', "import { readFile } from 'node:fs/promises'\nreadFile", 'jingjian/layers', /'node:fs\/promises'/],
  ['src/core/planted.ts', "import path from 'path'\npath", 'jingjian/layers', /'path'/],
  ['src/core/planted.ts', "import { app } from 'electron'\napp", 'jingjian/layers', /'electron'/],
  ['src/core/planted.ts', "import { JSONFile } from 'lowdb/node'\nJSONFile", 'jingjian/layers', /'lowdb\/node'/],
  ['src/core/planted.ts', "import React from 'react'\nReact", 'jingjian/layers', /'react'/],
  ['src/api/planted.ts', "import { os } from '@orpc/server'\nos", 'jingjian/layers', /'@orpc\/server'/],
  ['src/node/planted.ts', "import { app } from 'electron'\napp", 'jingjian/layers', /'electron'/],
  ['src/web/planted.ts', "import { app } from 'electron'\napp", 'jingjian/layers', /'electron'/],
  ['src/cli/planted.ts', "import { app } from 'electron/main'\napp", 'jingjian/layers', /'electron\/main'/],
  ['src/preload/planted.ts', "import { readFileSync } from 'node:fs'\nreadFileSync", 'jingjian/layers', /'node:fs'/],
  ['src/renderer/planted.tsx', "import { readFileSync } from 'fs'\nreadFileSync", 'jingjian/layers', /'fs'/],
  ['src/renderer/planted.tsx', "import { ipcRenderer } from 'electron'\nipcRenderer", 'jingjian/layers', /'electron'/],
  ['src/renderer/planted.tsx', "import { os } from '@orpc/server'\nos", 'jingjian/layers', /'@orpc\/server'/],
  ['src/core/planted.ts', "import { test } from 'vitest'\ntest", 'jingjian/layers', /'vitest'/],

  // borders inside the core
  ['src/core/planted/planted.ts', "import { x } from '../library/register'\nx", 'jingjian/layers', /only through its index/],
  ['src/core/planted/planted.ts', "import { x } from '#core/library/register'\nx", 'jingjian/layers', /only through its index/],
  ['src/core/planted/planted.ts', "import { createApp } from '../app'\ncreateApp", 'jingjian/layers', /composes the features/],
  ['src/core/search/planted.ts', "import { Library } from '../library'\nLibrary", 'jingjian/layers', /search may not import core\/library/],
  ['src/core/cleanup/planted.ts', "import { query } from '../search'\nquery", 'jingjian/layers', /cleanup may not import core\/search/],
  ['src/core/cleanup/planted.ts', "import { query } from '#core/search/index'\nquery", 'jingjian/layers', /cleanup may not import core\/search/],
  ['src/core/text/planted.ts', "import { query } from '../search'\nquery", 'jingjian/layers', /text may not import core\/search/],
  ['src/core/search/planted.ts', "import { fold } from '../text/fold'\nfold", 'jingjian/layers', /only through its index/],

  // globals
  ['src/core/planted.ts', 'export const x = window.innerWidth', 'no-restricted-globals', /window/],
  ['src/core/planted.ts', "export const x = document.createElement('p')", 'no-restricted-globals', /document/],
  ['src/core/planted.ts', 'export const x = process.platform', 'no-restricted-globals', /process/],
  ['src/core/planted.ts', "export const x = Buffer.from('x')", 'no-restricted-globals', /Buffer/],
  ['src/core/planted.ts', 'export const x = globalThis.process', 'no-restricted-globals', /process/],
  ['src/core/planted.ts', "export const x = fetch('https://example.org')", 'no-restricted-globals', /fetch/],
  ['src/core/planted.ts', 'export const x = __dirname', 'no-restricted-globals', /__dirname/],
  ['src/api/planted.ts', 'export const x = localStorage.length', 'no-restricted-globals', /localStorage/],
  ['src/renderer/planted.tsx', 'export const x = process.platform', 'no-restricted-globals', /process/],
  ['src/core/planted.ts', "console.log('x')", 'no-console', /console/],

  // time and chance come through the ports
  ['src/core/planted.ts', 'export const x = Date.now()', 'no-restricted-syntax', /ports\.clock/],
  ['src/core/planted.ts', 'export const x = new Date()', 'no-restricted-syntax', /ports\.clock/],
  ['src/core/planted.ts', 'export const x = Math.random()', 'no-restricted-syntax', /ports\.ids/],
  ['src/core/planted.ts', 'export const x = crypto.randomUUID()', 'no-restricted-syntax', /ports\.ids/],

  // habits
  ['src/node/planted.ts', '// TODO later\nexport const x = 1', 'no-warning-comments', /todo/],
  ['src/node/planted.ts', 'export const x = (y: any) => y', '@typescript-eslint/no-explicit-any', /any/],
  ['src/node/planted.ts', 'export enum X { A }', 'no-restricted-syntax', /union of literals/],
  [
    'src/renderer/planted.tsx',
    "import { useState } from 'react'\nexport function P({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}",
    'react-hooks/rules-of-hooks',
    /useState/,
  ],
]

const permitted: [file: string, code: string][] = [
  ['src/api/planted.ts', "import * as z from 'zod'\nexport const x = z.string()"],
  ['src/core/planted/planted.ts', "import type { AppContext } from '../context'\nexport type C = AppContext"],
  ['src/core/planted/planted.ts', "import { valueOf } from '../library'\nexport const x = valueOf"],
  ['src/core/search/planted.ts', "import type { ClockPort } from '../ports'\nexport type C = ClockPort"],
  ['src/core/search/planted.ts', "import { AppError } from '#api'\nexport const x = new AppError('READ_ONLY')"],
  ['src/core/search/planted.ts', "import * as text from '../text'\nexport const x = text"],
  ['src/core/search/planted.test.ts', "import { test } from 'vitest'\ntest('x', () => {})"],
  ['src/core/planted.ts', 'export const x = new Date(0)\nexport const y = new TextDecoder()'],
  ['src/main/planted.ts', "import { createApp } from '#core/app'\nimport { app } from 'electron'\nexport const x = [createApp, app]"],
  ['src/node/planted.ts', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync"],
]

// The planted files are on no disk, so the two rules that need types are left out for them.
const linter = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/planted*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
})

async function complaints(file: string, code: string) {
  const [result] = await linter.lintText(`${code}\n`, { filePath: path.join(root, file) })
  return result?.messages ?? []
}

describe('lint reports', () => {
  beforeAll(async () => void (await complaints('src/core/planted.ts', '')))

  test.each(violations)('%s: %j', async (file, code, rule, words) => {
    const found = (await complaints(file, code)).filter((message) => message.ruleId === rule)
    expect(found.map((message) => message.message).join('\n').toLowerCase()).toMatch(new RegExp(words, 'i'))
  })

  test('a file of more than 400 lines', async () => {
    const lines = (count: number) => complaints('src/node/planted.ts', 'export {}\n'.repeat(count).trimEnd())
    expect((await lines(401)).map((message) => message.ruleId)).toEqual(['max-lines'])
    expect(await lines(400)).toEqual([])
  })

  test('an import cycle', async () => {
    const file = 'src/core/library/inverse.ts'
    const code = readFileSync(path.join(root, file), 'utf8')
    const found = await complaints(file, `import { Library } from './library'\n${code}\nexport const planted = Library`)
    expect(found.map((message) => message.ruleId)).toContain('jingjian/cycles')
  })

  test('a promise that nobody waits for', async () => {
    const file = 'src/core/library/inverse.ts'
    const code = readFileSync(path.join(root, file), 'utf8')
    const found = await complaints(file, `${code}\nasync function planted() {}\nexport const start = () => { planted() }`)
    expect(found.map((message) => message.ruleId)).toContain('@typescript-eslint/no-floating-promises')
  })
})

describe('lint allows', () => {
  test.each(permitted)('%s: %j', async (file, code) => {
    expect(await complaints(file, code)).toEqual([])
  })
})
