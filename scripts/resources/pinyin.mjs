/**
 * Generates resources/pinyin.json from pinyin-pro (MIT): for each toneless syllable (ü as v) the characters that usually
 * have it, and those that have it besides, the likelier syllable first for each character.
 */
import { writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

/** Where pinyin-pro's first reading is not the one that a character by itself has in a text. */
const USUAL = { 了: 'le' }
const SYLLABLE = /^[a-z]+$/
const HAN = [[0x3005, 0x3007], [0x3400, 0x9fff], [0x20000, 0x323af]]

const usual = new Map()
const others = new Map()
let characters = 0
for (const [first, last] of HAN) {
  for (let point = first; point <= last; point++) {
    const character = String.fromCodePoint(point)
    const readings = readingsOf(character)
    for (const [index, syllable] of readings.entries()) {
      const group = index === 0 ? usual : (others.get(index) ?? others.set(index, new Map()).get(index))
      group.set(syllable, (group.get(syllable) ?? '') + character)
    }
    if (readings.length > 0) characters++
  }
}

const table = {
  readings: [usual, ...[...others].sort(([a], [b]) => a - b).map(([, group]) => group)].map(sorted),
}
const text = `${JSON.stringify(table, null, 1)}\n`
writeFileSync(new URL('../../resources/pinyin.json', import.meta.url), text)
console.log(`pinyin.json: ${characters} characters, ${Buffer.byteLength(text)} bytes`)

function readingsOf(character) {
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  return [...new Set([...(USUAL[character] === undefined ? [] : [USUAL[character]]), ...all])].filter((syllable) => SYLLABLE.test(syllable))
}

function sorted(group) {
  return Object.fromEntries([...group].sort(([a], [b]) => (a < b ? -1 : 1)))
}
