/** One piece of an RTF file. */
export type Token =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; name: string; value: number | undefined }
  /** A control of one sign: `~`, `-`, `_`, `*`. */
  | { kind: 'sign'; sign: string }
  | { kind: 'byte'; byte: number }
  | { kind: 'text'; text: string }

const PIECE = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}]+)/gu

/** The pieces of a file whose bytes are characters; data that follows `\bin` is passed over. */
export function* tokensOf(source: string): Generator<Token> {
  PIECE.lastIndex = 0
  const piece = new RegExp(PIECE)
  for (let match = piece.exec(source); match !== null; match = piece.exec(source)) {
    const [, name, number, hex, sign, brace, text] = match
    if (name !== undefined) {
      const value = number === undefined ? undefined : Number(number)
      if (name === 'bin') piece.lastIndex += Math.max(0, value ?? 0)
      else yield { kind: 'word', name, value }
    } else if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) }
    else if (sign !== undefined) yield '\\{}'.includes(sign) ? { kind: 'text', text: sign } : { kind: 'sign', sign }
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' }
    else {
      const words = text!.replace(/[\r\n\0]/gu, '')
      if (words !== '') yield { kind: 'text', text: words }
    }
  }
}
