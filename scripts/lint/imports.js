import { readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
const aliases = Object.entries(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).imports)

/** The path of a file from the root, with slashes on every system. */
export function fromRoot(file) {
  return path.relative(root, file).split(path.sep).join('/')
}

/**
 * The path from the root that an import means, by relative path or by an alias of package.json's "imports"; without an
 * ending where it was written without one. Null for packages.
 */
export function targetOf(importer, specifier) {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(importer), specifier)
  for (const [alias, target] of aliases) {
    const [start, end] = alias.split('*')
    if (end === undefined ? specifier === alias : specifier.startsWith(start)) {
      return path.posix.normalize(target.replace('*', specifier.slice(start.length)))
    }
  }
  return null
}
