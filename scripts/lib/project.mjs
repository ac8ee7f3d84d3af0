import { spawn } from 'node:child_process'
import path from 'node:path'
import { say } from './messages.mjs'

export const root = path.resolve(import.meta.dirname, '../..')

/** Ends with a message on a Node that is too old, before anything fails obscurely. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return
  console.error(say.nodeTooOld(process.versions.node))
  process.exit(1)
}

/** Runs a program in the project with its output shown; gives the exit code, 128 + 15 where a signal ended it. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', (cause) => {
      console.error(cause.message)
      resolve(127)
    })
    child.on('exit', (code) => resolve(code ?? 143))
  })
}

export const runNode = (args, options) => run(process.execPath, args, options)

/** npm by the way this process was started with, so that its version and settings stay the same. */
export function runNpm(args, options) {
  const started = process.env.npm_execpath
  if (started?.endsWith('npm-cli.js')) return runNode([started, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}
