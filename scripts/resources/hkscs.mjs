/**
 * Generates resources/hkscs.json: the characters of Big5 with Hong Kong's supplement that some decoders have no
 * character for, or one for private use. From the tables of the Encoding Standard in @exodus/bytes.
 *
 * Rows of `[first code, characters]`: each character has the code behind the one before it.
 */
import { writeFileSync } from 'node:fs'
import { TextDecoder as StandardDecoder } from '@exodus/bytes/encoding.js'

const standard = new StandardDecoder('big5')
const rows = []
let count = 0
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const isSupplement = lead < 0xa1 || (lead === 0xc6 && trail > 0x7e) || lead === 0xc7 || lead === 0xc8 || lead > 0xf9 || (lead === 0xf9 && trail > 0xd5)
    if (!isSupplement || (trail > 0x7e && trail < 0xa1)) continue
    const character = standard.decode(Uint8Array.of(lead, trail))
    // A few codes mean a letter with a mark on top, two characters in all: too rare to be worth a form of their own.
    if (character.includes('\ufffd') || [...character].length !== 1) continue
    const code = (lead << 8) | trail
    const last = rows.at(-1)
    if (last !== undefined && last[0] + [...last[1]].length === code) last[1] += character
    else rows.push([code, character])
    count++
  }
}
writeFileSync(new URL('../../resources/hkscs.json', import.meta.url), `[\n${rows.map((row) => ` ${JSON.stringify(row)}`).join(',\n')}\n]\n`)
console.log(`hkscs.json: ${count} characters`)
