import { readFileSync } from 'node:fs'
import path from 'node:path'
import { say } from './messages.mjs'
import { root, runNpm } from './project.mjs'

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/**
 * Whether node_modules holds just what the lock file asks for. npm keeps a record of what it installed in
 * node_modules/.package-lock.json and writes it last, so an interrupted installation counts as none.
 */
export function dependenciesCurrent(folder = root) {
  const wanted = lockedPackages(path.join(folder, 'package-lock.json'))
  const installed = lockedPackages(path.join(folder, 'node_modules/.package-lock.json'))
  if (wanted === null || installed === null) return false
  return Object.entries(wanted).every(([name, { version, optional, devOptional, peer }]) => {
    if (name === '') return true
    const found = installed[name]
    if (found === undefined) return Boolean(optional || devOptional || peer)
    return found.version === version
  })
}

/** Installs what the lock file asks for unless it is there; ends with a message where that fails. */
export async function ensureDependencies() {
  if (dependenciesCurrent()) return
  console.log(say.installing)
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code === 0) return
  console.error(say.installFailed)
  process.exit(1)
}
