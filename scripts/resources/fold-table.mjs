/**
 * Generates resources/fold-table.json: traditional characters and their simplified forms, one to one, from the
 * dictionary of opencc-js. Two strings of the same length, position by position.
 *
 * Characters outside the Basic Multilingual Plane and mappings that would change the number of UTF-16 code units are
 * left out, so that folding keeps every offset.
 */
import { writeFileSync } from 'node:fs'
import characters from 'opencc-js/dict/TSCharacters'

const pairs = new Map()
for (const entry of characters.split('|')) {
  const [from, to] = entry.split(' ')
  if (from.length === 1 && to.length === 1 && from !== to) pairs.set(from, to)
}
// OpenCC keeps 著 because it has two readings; for finding, 著 and 着 must be one.
pairs.set('著', '着')

// A target that is itself a source would make folding a second time change the text.
for (const [from, to] of pairs) pairs.set(from, pairs.get(to) ?? to)
for (const [from, to] of pairs) if (from === to) pairs.delete(from)

const sorted = [...pairs].sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0))
const table = { from: sorted.map(([from]) => from).join(''), to: sorted.map(([, to]) => to).join('') }
writeFileSync(new URL('../../resources/fold-table.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`)
console.log(`fold-table.json: ${sorted.length} characters`)
