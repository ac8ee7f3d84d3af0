import { big5Pair, fold, foldUnit, isHan } from '../text'

const LONGEST = 200_000
/** A pair of characters that the document has elsewhere speaks for a reading with it. */
const KNOWN_PAIR = 0.7
/** A form of a character that the document writes otherwise, or of the other script. */
const OTHER_FORM = 3
const OTHER_SCRIPT = 1.5
/** A character that nobody writes in a traditional text. */
const ONLY_SIMPLIFIED = 5
/** Share of characters that are traditional only, from which on a text is traditional. */
const TRADITIONAL = 0.03

/** What the rest of a document says for or against a reading of a damaged place in it. */
export class DocumentWords {
  private readonly pairs = new Set<string>()
  private readonly characters = new Set<string>()
  private readonly folded = new Set<string>()
  private readonly isTraditional: boolean

  constructor(text: string) {
    const head = text.slice(0, LONGEST)
    const plain = fold(head)
    let han = 0
    let traditional = 0
    for (let at = 0; at < head.length; at++) {
      if (!isHan(head[at]!)) continue
      han++
      if (plain[at] !== head[at]) traditional++
      this.characters.add(head[at]!)
      this.folded.add(plain[at]!)
      if (at + 1 < plain.length) this.pairs.add(plain.slice(at, at + 2))
    }
    this.isTraditional = traditional > han * TRADITIONAL
  }

  /** What a character costs that the document, or its script, writes in another form. */
  cost(character: string): number {
    if (this.characters.has(character)) return 0
    const folded = String.fromCharCode(foldUnit(character.charCodeAt(0)))
    if (this.folded.has(folded)) return OTHER_FORM
    return this.isTraditional ? (isHan(character) && !isTraditionalCharacter(character) ? ONLY_SIMPLIFIED : 0) : folded === character ? 0 : OTHER_SCRIPT
  }

  /** What a reading gains by pairs of characters that the document has too. */
  bonus(text: string): number {
    const folded = fold(text)
    let known = 0
    for (let at = 0; at + 1 < folded.length; at++) if (this.pairs.has(folded.slice(at, at + 2))) known++
    return known * KNOWN_PAIR
  }
}

/** Whether Taiwan's part of Big5 has the character: texts in traditional characters are written with those. */
function isTraditionalCharacter(character: string): boolean {
  const pair = big5Pair(character) ?? 0
  return (pair >= 0xa440 && pair <= 0xc67e) || (pair >= 0xc940 && pair <= 0xf9d5)
}
