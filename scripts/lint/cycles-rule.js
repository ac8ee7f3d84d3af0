import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fromRoot, root, targetOf } from './imports.js'

/** Imports and re-exports that remain when types are erased; a dynamic import runs later and closes no cycle. */
const statement = /^\s*(?:import|export)\s+(?!type\s)(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

function fileOf(target) {
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((ending) => target + ending)
    .find((file) => existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile())
}

const known = new Map()

/** Files that a file imports; read again only after it changed, since editors keep this process. */
function importsOf(file) {
  const changed = statSync(path.join(root, file)).mtimeMs
  const remembered = known.get(file)
  if (remembered?.changed === changed) return remembered.imports
  const text = readFileSync(path.join(root, file), 'utf8')
  const targets = [...text.matchAll(statement)].map(([, specifier]) => targetOf(file, specifier))
  const imports = targets.filter((target) => target?.startsWith('src/')).map(fileOf).filter((found) => found !== undefined)
  known.set(file, { changed, imports })
  return imports
}

/** The way from one file to another by imports, both ends in it; null where there is none. */
function wayBetween(from, to) {
  const cameFrom = new Map([[from, null]])
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const way = []
      for (let step = to; step !== null; step = cameFrom.get(step)) way.unshift(step)
      return way
    }
    for (const next of importsOf(file)) if (!cameFrom.has(next)) cameFrom.set(next, file)
  }
  return null
}

/** Reports imports that lead back to the file they stand in. */
export const cyclesRule = {
  meta: { type: 'problem', schema: [], messages: { cycle: 'this import leads back here: {{way}}' } },
  create(context) {
    const file = fromRoot(context.filename)
    if (!file.startsWith('src/')) return {}
    const report = (node) => {
      if (node.source === null || node.importKind === 'type' || node.exportKind === 'type') return
      const target = targetOf(file, node.source.value)
      const imported = target?.startsWith('src/') ? fileOf(target) : undefined
      const way = imported === undefined ? null : wayBetween(imported, file)
      if (way !== null) context.report({ node: node.source, messageId: 'cycle', data: { way: way.join(' → ') } })
    }
    return { ImportDeclaration: report, ExportNamedDeclaration: report, ExportAllDeclaration: report }
  },
}
