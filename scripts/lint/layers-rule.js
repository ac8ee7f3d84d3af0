import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { fromRoot, root, targetOf } from './imports.js'
import { isolatedFeatures, layers, sharedTypes, testPackages } from './layers.js'

/** `src/core/search/engine.ts` as { layer: 'core', inside: ['search', 'engine'] }; null outside src. */
function locate(file) {
  const [top, layer, ...inside] = file.split('/')
  if (top !== 'src' || layer === undefined) return null
  return { layer: layer.replace(/\.tsx?$/, ''), inside: inside.map((part) => part.replace(/\.tsx?$/, '')) }
}

function packageName(specifier) {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
}

function checkPackage(from, isTest, specifier) {
  const allowed = [...layers[from.layer].packages, ...(isTest ? testPackages : [])]
  const name = isBuiltin(specifier) ? 'node:*' : packageName(specifier)
  return allowed.includes(name) ? null : `${from.layer} may not import '${specifier}'`
}

function checkLayer(from, to) {
  const entrances = layers[from.layer].layers[to.layer]
  if (entrances === undefined) return `${from.layer} may not import ${to.layer}`
  const entrance = to.inside.length === 0 ? 'index' : to.inside.join('/').replace(/\/index$/, '')
  if (entrances.includes('*') || entrances.includes(entrance)) return null
  return `${from.layer} may import of ${to.layer} only: ${entrances.join(', ')}`
}

/** Inside the core: features meet through index.ts, isolated ones not at all. Files right in src/core compose them. */
function checkFeature(from, to, isTest) {
  const [feature] = from.inside
  const [other, ...rest] = to.inside
  if (from.inside.length === 1 || feature === other) return null
  if (rest.length === 0 && existsSync(path.join(root, 'src/core', `${other}.ts`))) {
    return isTest || sharedTypes.includes(other) ? null : `a feature may not import core/${other}, which composes the features`
  }
  const allowed = isolatedFeatures[feature]
  if (allowed !== undefined && !allowed.includes(other)) return `core/${feature} may not import core/${other}`
  if (rest.length > 0 && rest.join('/') !== 'index') return `core/${other} is entered only through its index.ts`
  return null
}

function check(from, isTest, file, specifier) {
  const clean = specifier.replace(/\?.*$/, '')
  const relative = clean.startsWith('.')
  const target = targetOf(file, clean)
  if (target === null) {
    return clean.startsWith('#') ? `'${specifier}' is no alias of package.json` : checkPackage(from, isTest, clean)
  }
  if (target.startsWith('resources/')) {
    return layers[from.layer].resources ? null : `${from.layer} may not import resources`
  }
  const to = locate(target)
  if (to === null) return `${from.layer} may not import '${specifier}' from outside src`
  if (to.layer !== from.layer) return relative ? `write '#${to.layer}/…', not a relative path into ${to.layer}` : checkLayer(from, to)
  if (from.layer !== 'core') return null
  return checkFeature(from, to, isTest)
}

/** Reports every import, re-export, dynamic import and import type that leaves the layer matrix. */
export const layersRule = {
  meta: { type: 'problem', schema: [], messages: { border: '{{problem}}' } },
  create(context) {
    const file = fromRoot(context.filename)
    const from = locate(file)
    if (from === null || layers[from.layer] === undefined) return {}
    const isTest = /\.test\.tsx?$/.test(file)
    const report = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const problem = check(from, isTest, file, source.value)
      if (problem !== null) context.report({ node: source, messageId: 'border', data: { problem } })
    }
    return {
      ImportDeclaration: (node) => report(node.source),
      ExportNamedDeclaration: (node) => report(node.source),
      ExportAllDeclaration: (node) => report(node.source),
      ImportExpression: (node) => report(node.source),
      TSImportType: (node) => report(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => report(node.expression),
    }
  },
}
