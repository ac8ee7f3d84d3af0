/** Bytes of a text in an encoding that TextEncoder cannot write, by turning TextDecoder's tables round. */
export function encode(text: string, encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'): Uint8Array<ArrayBuffer> {
  if (encoding.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le')
    return bytes
  }
  const table = tableOf(encoding)
  return Uint8Array.from([...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
    const pair = table.get(character)
    if (pair === undefined) throw new Error(`${encoding} has no ${character}`)
    return [pair >> 8, pair & 0xff]
  }))
}

const tables = new Map<string, Map<string, number>>()

function tableOf(encoding: string): Map<string, number> {
  let table = tables.get(encoding)
  if (table === undefined) {
    table = new Map()
    const decoder = new TextDecoder(encoding)
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail))
        if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, (lead << 8) | trail)
      }
    }
    tables.set(encoding, table)
  }
  return table
}

/**
 * A phrase as a tool leaves it that cuts GBK bytes in the middle of characters: the first byte becomes `?`, the others
 * are read from the second on, pairs without a character are dropped, and full-width punctuation becomes half-width.
 * The first character's second byte must be A3 and the last one's a letter of ASCII.
 */
export function shiftDamage(phrase: string): string {
  const bytes = encode(phrase, 'gb18030')
  const read = new TextDecoder('gbk').decode(bytes.subarray(1, -1))
  const kept = [...read].filter((character) => character !== '\ufffd' && !/\p{Co}/u.test(character)).join('')
  return `?${kept.replace(/[！-～]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))}${String.fromCharCode(bytes.at(-1)!)}`
}
