/**
 * Generates resources/word-frequencies.txt from the dictionary that ships in @node-rs/jieba (MIT): words of one to
 * five Han characters, folded to simplified, for ranking how likely a reading of damaged text is.
 *
 * One line for each weight, `<weight> <word> <word> …`, where weight = round(10 × ln(occurrences)); the first line is
 * `total <occurrences of all words>`. Grouping by weight keeps the file small and quick to read.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const MINIMUM = 12
const LONGEST = 5

const require = createRequire(import.meta.url)
const table = JSON.parse(readFileSync(new URL('../../resources/fold-table.json', import.meta.url), 'utf8'))
const folded = new Map([...table.from].map((character, index) => [character, table.to[index]]))
const fold = (word) => [...word].map((character) => folded.get(character) ?? character).join('')

const counts = new Map()
let total = 0
for (const line of readFileSync(join(dirname(require.resolve('@node-rs/jieba')), 'dict.txt'), 'utf8').split('\n')) {
  const [word, count] = line.split(' ')
  if (word === undefined || !/^[\u4e00-\u9fff]+$/u.test(word)) continue
  total += Number(count)
  const key = fold(word)
  counts.set(key, (counts.get(key) ?? 0) + Number(count))
}

const byWeight = new Map()
for (const [word, count] of counts) {
  if (word.length > LONGEST || (word.length > 1 && count < MINIMUM)) continue
  const weight = Math.round(10 * Math.log(Math.max(1, count)))
  byWeight.set(weight, [...(byWeight.get(weight) ?? []), word])
}
const lines = [...byWeight].sort(([a], [b]) => b - a).map(([weight, words]) => `${weight} ${words.sort().join(' ')}`)
const text = `total ${total}\n${lines.join('\n')}\n`
writeFileSync(new URL('../../resources/word-frequencies.txt', import.meta.url), text)
console.log(`word-frequencies.txt: ${[...byWeight.values()].flat().length} words, ${Buffer.byteLength(text)} bytes`)
