import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './project.mjs'

const inputs = [
  'src',
  'resources',
  'scripts/build.mjs',
  'electron.vite.config.ts',
  'reader.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const stamp = path.join(root, 'out/.sources')

function filesBelow(file) {
  if (!existsSync(file)) return []
  if (statSync(file).isFile()) return [file]
  return readdirSync(file, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** A digest of all that goes into a build. By content: a checkout changes times without changing files, and the reverse. */
export function sourcesDigest() {
  const digest = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesBelow(path.join(root, input))).sort()) {
    digest.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return digest.digest('hex')
}

export function buildCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesDigest()
}

export function noteBuild(digest) {
  writeFileSync(stamp, digest)
}
