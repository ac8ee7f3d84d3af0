/**
 * Generates resources/word-pairs.txt from the dictionaries of Lucene's Chinese analyzer (Apache-2.0; words and pairs of
 * words of ICTCLAS 1.0, counted in newspapers): how likely a word is behind another one, to rank readings of damaged
 * text. Run after word-frequencies.mjs:
 *
 *   node scripts/resources/word-pairs.mjs lucene-analyzers-smartcn-8.7.0.jar    (from Debian's liblucene8-java)
 *
 * The dictionary has pairs by their hashes alone, so that every two of its words are tried, which takes minutes. The
 * form of the file is told in src/core/text/word-pairs.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { javaObjects } from './java-objects.mjs'

const FOLDER = 'org/apache/lucene/analysis/cn/smart/hhmm/'
/** The dictionary has no pairs that are rarer. */
const RAREST = 3
/** What follows of the model's making is in src/core/text/words.ts. */
const SHARE_OF_PAIRS = 0.7
const SHARE_OF_NEWS = 0.4
/** In natural logarithm: what a pair must be likelier than its words are by chance, and a figure differ to be worth a place. */
const LEAST_GAIN = 2.5
const LEAST_DIFFERENCE = 0.5
const LEVELS = 64
const LEVELS_PER_UNIT = 4
const KEY_BITS = 31
const BACK_OFF = 1
const ALONE = 2
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const archive = unzipSync(readFileSync(process.argv[2]), { filter: ({ name }) => name.startsWith(FOLDER) })
const [hashes, counts] = javaObjects(archive[`${FOLDER}bigramdict.mem`])
const [, , endings, frequencies] = javaObjects(archive[`${FOLDER}coredict.mem`])

const words = new Map()
const decoder = new TextDecoder('gbk')
for (const [index, rest] of endings.entries()) {
  const first = decoder.decode(Uint8Array.of(Math.floor(index / 94) + 0xa1, (index % 94) + 0xa1))
  for (const [at, ending] of (rest ?? []).entries()) {
    // Names and numbers stand for themselves in no text; the beginning of a sentence does.
    const word = first + (ending ?? '')
    if (frequencies[index][at] >= RAREST && (!word.includes('##') || word === '始##始')) words.set(word, frequencies[index][at])
  }
}
const total = frequencies.flat().reduce((sum, count) => sum + (count ?? 0), 0)

// FNV-1 over 64 bits, in two halves, as the dictionary has it.
const PRIME_LOW = 0x1b3
const OFFSET = [0xcbf29ce4 | 0, 0x84222325 | 0]
const slots = new Int32Array((1 << 20) * 3)
const slotOf = (low) => (Math.imul(low, 0x9e3779b1) >>> 12) * 3
for (const [index, hash] of hashes.entries()) {
  if (hash === 0n) continue
  const low = Number(BigInt.asIntN(32, hash))
  let slot = slotOf(low)
  while (slots[slot + 2] !== 0) slot = (slot + 3) % slots.length
  slots.set([Number(BigInt.asIntN(32, hash >> 32n)), low, counts[index]], slot)
}
function countOf(high, low) {
  for (let slot = slotOf(low); slots[slot + 2] !== 0; slot = (slot + 3) % slots.length) {
    if (slots[slot + 1] === low && slots[slot] === high) return slots[slot + 2]
  }
  return 0
}

// All words as one tree, its nodes in the order in which they are gone through.
const root = { children: new Map(), word: null, unit: 0 }
for (const word of words.keys()) {
  let node = root
  for (const unit of word.split('').map((character) => character.charCodeAt(0))) {
    if (!node.children.has(unit)) node.children.set(unit, { children: new Map(), word: null, unit })
    node = node.children.get(unit)
  }
  node.word = word
}
const nodes = []
const list = (node, depth) => node.children.forEach((child) => {
  nodes.push({ ...child, depth })
  list(child, depth + 1)
})
list(root, 0)
const units = Uint16Array.from(nodes, ({ unit }) => unit)
const depths = Uint8Array.from(nodes, ({ depth }) => depth)
const ends = Uint8Array.from(nodes, ({ word }) => (word === null ? 0 : 1))
const highs = new Int32Array(64)
const lows = new Int32Array(64)

/** Puts the hash of what stands at a depth, gone on by a unit, at the next depth. */
function goOn(depth, unit) {
  let high = highs[depth]
  let low = lows[depth] ^ (unit & 0xff)
  let product = (low >>> 0) * PRIME_LOW
  high = (Math.imul(high, PRIME_LOW) + Math.floor(product / 0x1_0000_0000) + (low << 8)) | 0
  low = (product | 0) ^ (unit >> 8)
  product = (low >>> 0) * PRIME_LOW
  highs[depth + 1] = (Math.imul(high, PRIME_LOW) + Math.floor(product / 0x1_0000_0000) + (low << 8)) | 0
  lows[depth + 1] = product | 0
}

function followersOf(word) {
  const found = []
  ;[highs[0], lows[0]] = OFFSET
  for (const [at, character] of [...`${word}@`].entries()) goOn(at, character.charCodeAt(0))
  highs[0] = highs[word.length + 1]
  lows[0] = lows[word.length + 1]
  for (let index = 0; index < units.length; index++) {
    const depth = depths[index]
    goOn(depth, units[index])
    if (ends[index] === 0) continue
    const count = countOf(highs[depth + 1], lows[depth + 1])
    if (count > 0) found.push([nodes[index].word, count])
  }
  return found
}

const general = new Map()
const [head, ...lines] = readFileSync(new URL('../../resources/word-frequencies.txt', import.meta.url), 'utf8').trimEnd().split('\n')
for (const line of lines) {
  const [weight, ...of] = line.split(' ')
  for (const word of of) general.set(word, Math.exp(Number(weight) / 10) / Number(head.slice('total '.length)))
}
const probability = (word) => (1 - SHARE_OF_NEWS) * (general.get(word) ?? 0) + (SHARE_OF_NEWS * words.get(word)) / total

// As in src/core/text/word-pairs.ts.
function hashOf(word) {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) ^ (hash >>> 15)
  return hash
}
function keyOf(first, second) {
  return (Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ (second >>> 13)) >>> (32 - KEY_BITS)
}

const entries = new Map()
let pairs = 0
function keep(key, weight) {
  if (!entries.has(key)) entries.set(key, Math.min(LEVELS - 1, Math.max(0, Math.round(-weight * LEVELS_PER_UNIT))))
}
for (const [word, count] of words) {
  const followers = followersOf(word)
  let seen = 0
  let byChance = 0
  for (const [next, times] of followers) {
    seen += times / count
    byChance += probability(next)
  }
  const backOff = Math.min(0, Math.log(Math.max(0.02, 1 - seen) / Math.max(0.02, 1 - byChance)))
  if (backOff < -LEAST_DIFFERENCE) keep(keyOf(hashOf(word), BACK_OFF), backOff)
  if (!word.includes('##') && Math.abs(Math.log(probability(word) / (general.get(word) ?? 1e-9))) > LEAST_DIFFERENCE) keep(keyOf(hashOf(word), ALONE), Math.log(probability(word)))
  for (const [next, times] of followers) {
    if (Math.log(1 + (SHARE_OF_PAIRS * times) / count / (Math.exp(backOff) * probability(next))) < LEAST_GAIN) continue
    pairs++
    keep(keyOf(hashOf(word), hashOf(next)), Math.log(times / count))
  }
}

let text = `${entries.size}\n`
let before = 0
for (const [key, level] of [...entries].sort(([a], [b]) => a - b)) {
  for (let rest = key - before; ; rest >>>= 5) {
    text += DIGITS[(rest & 31) | (rest > 31 ? 32 : 0)]
    if (rest <= 31) break
  }
  text += DIGITS[level]
  before = key
}
writeFileSync(new URL('../../resources/word-pairs.txt', import.meta.url), `${text}\n`)
console.log(`word-pairs.txt: ${pairs} pairs, ${entries.size} entries, ${text.length} bytes`)
