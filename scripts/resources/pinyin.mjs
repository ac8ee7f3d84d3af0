/**
 * Generates resources/pinyin.json from pinyin-pro (MIT) and the words of @node-rs/jieba (MIT), ü as v, no tones:
 *
 * - `readings`: for each syllable the characters that have it; first those for which it is the usual one, then those for
 *   which it is the second, and so on.
 * - `words`: words of 2 to 4 characters, folded to simplified, that are not read as their characters usually are, for
 *   each `<place of the character><syllable>`. Under '' are words that are, where a part or a neighbour would mislead.
 * - `surnames`: `[reading, characters that make another word behind it]`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import * as corrections from './pinyin-corrections.mjs'

/** Where pinyin-pro's first reading is not the one that a character by itself has in a text. */
const USUAL = { 了: 'le', 缪: 'miao' }
const SYLLABLE = /^[a-z]+$/
const HAN = [[0x3005, 0x3007], [0x3400, 0x9fff], [0x20000, 0x323af]]
const LONGEST = 4
const MINIMUM = 12
const PLAIN = { toneType: 'none', type: 'array', v: true }

const require = createRequire(import.meta.url)
const resource = (name) => new URL(`../../resources/${name}`, import.meta.url)
const foldTable = JSON.parse(readFileSync(resource('fold-table.json'), 'utf8'))
const folded = new Map([...foldTable.from].map((character, index) => [character, foldTable.to[index]]))
const fold = (word) => [...word].map((character) => folded.get(character) ?? character).join('')

const readings = characterReadings()
const dictionary = readDictionary()
const chosen = chooseWords()
const table = { readings: groupReadings(), words: groupWords(), surnames: surnames() }
const text = `${JSON.stringify(table, null, 1)}\n`
writeFileSync(resource('pinyin.json'), text)
console.log(`pinyin.json: ${readings.size} characters, ${chosen.size} words, ${Buffer.byteLength(text)} bytes`)

function characterReadings() {
  const found = new Map()
  for (const [first, last] of HAN) {
    for (let point = first; point <= last; point++) {
      const character = String.fromCodePoint(point)
      const usual = USUAL[character] === undefined ? [] : [USUAL[character]]
      const all = new Set([...usual, ...pinyin(character, { ...PLAIN, multiple: true })].filter((syllable) => SYLLABLE.test(syllable)))
      if (all.size > 0) found.set(character, [...all])
    }
  }
  return found
}

/** Words and place names as they are written, with how often they occur and whether they are names of persons. */
function readDictionary() {
  const found = []
  for (const line of readFileSync(join(dirname(require.resolve('@node-rs/jieba')), 'dict.txt'), 'utf8').split('\n')) {
    const [word, count, kind] = line.split(' ')
    if (word === undefined || !/^[\u4e00-\u9fff]{2,4}$/u.test(word)) continue
    found.push({ word, count: Number(count), isName: kind === 'nr' || kind === 'nrfg' })
  }
  for (const province of JSON.parse(readFileSync(resource('gazetteer.json'), 'utf8'))) {
    for (const { name } of [province, ...province.cities]) if (name.length <= LONGEST) found.push({ word: name, count: MINIMUM, isName: false })
  }
  return found
}

/** From short to long, what would still be read wrongly; then what keeps such a word from being seen where it is not. */
function chooseWords() {
  const words = new Map(correctedWords())
  const corrected = [...words.keys()]
  const known = new Map()
  for (const { word, count, isName } of dictionary.toSorted((a, b) => b.count - a.count)) {
    if (count < MINIMUM || isName || known.has(fold(word))) continue
    if (!corrected.some((part) => fold(word).includes(part))) known.set(fold(word), pinyin(word, PLAIN))
  }
  for (let length = 2; length <= LONGEST; length++) {
    for (const [word, reading] of known) {
      if (word.length === length && read(word, words).join(' ') !== reading.join(' ')) words.set(word, reading)
    }
  }
  const heads = new Map()
  for (const [word, reading] of words) heads.set(word[0], (heads.get(word[0]) ?? new Set()).add(reading[0]))
  for (const [word, reading] of known) {
    const last = word.length - 1
    if (words.has(word) || last > 2 || !heads.has(word[last])) continue
    if ([...heads.get(word[last])].some((syllable) => syllable !== reading[last])) words.set(word, reading)
  }
  return words
}

function correctedWords() {
  const found = new Map()
  for (const [character, bySyllable] of Object.entries(corrections.words)) {
    for (const [syllable, list] of Object.entries(bySyllable)) {
      for (const word of list.split(' ')) {
        const reading = found.get(word) ?? pinyin(word, PLAIN)
        found.set(word, reading.map((other, index) => (word[index] === character ? syllable : other)))
      }
    }
  }
  return found
}

/** As `src/core/text/reading.ts` reads: the longest word from each place on, else the usual reading. */
function read(text, words) {
  const syllables = []
  for (let at = 0; at < text.length;) {
    let length = Math.min(LONGEST, text.length - at)
    while (length > 1 && !words.has(text.slice(at, at + length))) length--
    syllables.push(...(length > 1 ? words.get(text.slice(at, at + length)) : [usual(text[at])]))
    at += Math.max(1, length)
  }
  return syllables
}

function usual(character) {
  return readings.get(character)?.[0] ?? character
}

function groupReadings() {
  const groups = []
  for (const [character, syllables] of readings) {
    for (const [index, syllable] of syllables.entries()) add((groups[index] ??= new Map()), syllable, character)
  }
  return groups.map((group) => sorted(group, ''))
}

function groupWords() {
  const groups = new Map()
  for (const [word, reading] of chosen) {
    const different = reading.flatMap((syllable, index) => (syllable === usual(word[index]) ? [] : [`${index}${syllable}`]))
    for (const key of different.length > 0 ? different : ['']) add(groups, key, word)
  }
  return sorted(groups, ' ')
}

function surnames() {
  return Object.fromEntries(Object.entries(corrections.surnames).map(([surname, [reading, behind]]) => {
    const second = new Set(behind)
    for (const { word, count, isName } of dictionary) {
      if (!isName && count >= MINIMUM && word[0] === surname) second.add(fold(word[1]))
    }
    return [surname, [reading, [...second].sort().join('')]]
  }))
}

function add(groups, key, item) {
  groups.set(key, [...(groups.get(key) ?? []), item])
}

function sorted(groups, separator) {
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, items]) => [key, items.sort().join(separator)]))
}
