import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { say } from './messages.mjs'
import { root, runNode } from './project.mjs'

const vitest = 'node_modules/vitest/vitest.mjs'
const results = path.join(root, '.cache/test')

const nothing = { passed: 0, failed: 0, skipped: 0, skippedNames: [] }

/** A check that either holds or does not: it counts as one test. */
export async function runCheck(name, args) {
  console.log(say.suite(name))
  const code = await runNode(args)
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Counts of a vitest report. A file that broke outside its tests, such as in a hook, has no failed test and counts itself. */
export function countReport(report, exitCode) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status))
  const failed = tests.filter((test) => test.status === 'failed').length + brokenFiles
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    // vitest also fails for an error outside all tests, or where it found none
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: skipped.length,
    skippedNames: skipped.map((test) => test.fullName),
  }
}

/** Runs one of the projects of vitest.config.ts and counts its tests; a run that crashes counts as failed. */
export async function runSuite(project, extra = []) {
  console.log(say.suite(project))
  mkdirSync(results, { recursive: true })
  const file = path.join(results, `${project}.json`)
  rmSync(file, { force: true })
  const code = await runNode([vitest, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...extra])
  const report = readReport(file)
  if (report !== null) return countReport(report, code)
  console.error(say.crashed(project, code))
  return { ...nothing, failed: 1 }
}

export function missedSuite(project) {
  console.error(say.notRun(project))
  return { ...nothing, failed: 1 }
}

/** Prints the one line that ends every run; gives the exit code. */
export function summarise(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  const names = counts.flatMap((count) => count.skippedNames)
  if (names.length > 0) console.log([`\n${say.skipped}`, ...names].join('\n  '))
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  return sum('failed') === 0 ? 0 : 1
}

export const lint = () => runCheck('lint', ['node_modules/eslint/bin/eslint.js', '.'])
export const types = () => runCheck('types', ['node_modules/typescript7/bin/tsc', '-b'])
