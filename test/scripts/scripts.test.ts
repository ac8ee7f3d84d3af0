import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dependenciesCurrent } from '../../scripts/lib/dependencies.mjs'
import { installedElectron } from '../../scripts/lib/electron.mjs'
import { systemLanguage } from '../../scripts/lib/messages.mjs'
import { countReport, summarise } from '../../scripts/lib/suites.mjs'

const folders: string[] = []
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jingjian-scripts-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the language of messages', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{}, 'zh'],
  ])('%j gives %s', (env, language) => {
    expect(systemLanguage(env as NodeJS.ProcessEnv, 'linux')).toBe(language)
  })
})

describe('dependencies are installed again', () => {
  function project(wanted: object, installed: object | null): string {
    const folder = temporary()
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
    if (installed !== null) {
      mkdirSync(join(folder, 'node_modules'))
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
    }
    return folder
  }
  const zod = (version: string) => ({ 'node_modules/zod': { version } })

  test.each([
    ['on a fresh clone', zod('4.0.0'), null, false],
    ['not where all is there', zod('4.0.0'), zod('4.0.0'), true],
    ['where a version differs', zod('4.0.1'), zod('4.0.0'), false],
    ['where one is missing', zod('4.0.0'), {}, false],
    ['not for another system’s optional package', { 'node_modules/a-darwin': { version: '1.0.0', optional: true } }, {}, true],
  ])('%s', (_name, wanted, installed, current) => {
    expect(dependenciesCurrent(project(wanted, installed))).toBe(current)
  })
})

describe('counting a run', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((test, index) => ({ status: test, fullName: `test ${index}` })),
  })

  test.each([
    ['passed and skipped tests', [file('passed', 'passed', 'passed', 'skipped', 'todo')], 0, [2, 0, 2]],
    ['a failed test', [file('failed', 'passed', 'failed')], 1, [1, 1, 0]],
    ['a file that broke before its first test', [file('failed'), file('passed', 'passed')], 1, [1, 1, 0]],
    ['a file whose preparation failed', [file('failed', 'skipped', 'skipped'), file('failed', 'failed')], 1, [0, 2, 2]],
    ['an error outside all tests', [file('passed', 'passed')], 1, [1, 1, 0]],
    ['no tests at all', [], 1, [0, 1, 0]],
  ])('%s', (_name, testResults, exitCode, [passed, failed, skipped]) => {
    expect(countReport({ testResults }, exitCode)).toMatchObject({ passed, failed, skipped })
  })

  test('ends with one line and an exit code', () => {
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const one = { passed: 3, failed: 0, skipped: 0, skippedNames: [] }
    expect(summarise([one, { ...one, skipped: 1, skippedNames: ['the sample is not here'] }])).toBe(0)
    expect(lines.join('\n')).toContain('the sample is not here')
    expect(lines.at(-1)?.trim()).toBe('6 passed, 0 failed, 1 skipped')
    expect(summarise([one, { ...one, failed: 2 }])).toBe(1)
    expect(lines.at(-1)?.trim()).toBe('6 passed, 2 failed')
    log.mockRestore()
  })
})

test('Electron is looked for where ELECTRON_OVERRIDE_DIST_PATH says', () => {
  const folder = temporary()
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder } as NodeJS.ProcessEnv
  expect(installedElectron(env)).toBeNull()
  const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform as string] ?? 'electron'
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), '')
  expect(installedElectron(env)).toBe(join(folder, name))
})
