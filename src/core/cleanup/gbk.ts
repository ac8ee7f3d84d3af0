const FIRST_LEAD = 0x81
const LAST_LEAD = 0xfe
const FIRST_TRAIL = 0x40
const LAST_TRAIL = 0xfe
/** GB 2312 level 1, the 3,755 everyday characters, ends here. */
const EVERYDAY_FROM = 0xb0a1
const EVERYDAY_TO = 0xd7f9

/** Some decoders show a space here too, others a character for private use. */
const SECOND_SPACE = 0xa3a0
const IDEOGRAPHIC_SPACE = '\u3000'

interface Tables {
  /** Code pair of each character, those for private use too: bytes can be had back from them. */
  pairs: Map<string, number[]>
  /** Character of each code pair; undefined where GBK has none or one for private use. */
  characters: (string | undefined)[]
  /** Code pairs without a character. */
  unmapped: number[]
}

let tables: Tables | null = null

/** The two bytes of a character in GBK as one number; undefined for what GBK writes otherwise or not at all. */
export function gbkPair(character: string): number | undefined {
  return gbk().pairs.get(character)?.[0]
}

/** As `gbkPair`, with every other pair that decoders show as the same character. */
export function gbkPairs(character: string): readonly number[] {
  return gbk().pairs.get(character) ?? []
}

/** The character of two GBK bytes; undefined where there is none. */
export function gbkCharacter(lead: number, trail: number): string | undefined {
  return gbk().characters[(lead << 8) | trail]
}

/** Pairs that a decoder drops or cannot show: unassigned and private-use ones. */
export function gbkUnmappedPairs(): readonly number[] {
  return gbk().unmapped
}

/** Whether a simplified character is one of GB 2312's everyday ones. */
export function isEverydayCharacter(character: string): boolean {
  const pair = gbkPair(character)
  return pair !== undefined && pair >= EVERYDAY_FROM && pair <= EVERYDAY_TO
}

function gbk(): Tables {
  tables ??= buildTables()
  return tables
}

function buildTables(): Tables {
  const decoder = new TextDecoder('gbk')
  const newer = new TextDecoder('gb18030')
  const built: Tables = { pairs: new Map([[IDEOGRAPHIC_SPACE, [SECOND_SPACE]]]), characters: [], unmapped: [] }
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      if (trail === 0x7f) continue
      const pair = (lead << 8) | trail
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const isOne = character.length === 1 && character !== '\ufffd'
      if (isOne) built.pairs.set(character, [pair, ...(built.pairs.get(character) ?? [])])
      if (isOne && !/^\p{Co}/u.test(character)) {
        built.characters[pair] = character
        continue
      }
      built.unmapped.push(pair)
      // Some decoders have a character where others have none or one for private use.
      const later = newer.decode(Uint8Array.of(lead, trail))
      if (later.length === 1 && later !== '\ufffd' && !built.pairs.has(later)) built.pairs.set(later, [pair])
    }
  }
  return built
}
