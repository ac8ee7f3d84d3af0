import { syllablesOf } from '../../text'
import { normalise } from '../normalise'
import { lastStart } from '../places'

export interface Named {
  value: string
  /** Cases that have it. */
  count: number
}

interface Joined {
  text: string
  /** Where each name begins in the text. */
  starts: number[]
}

/** Stands before every name, so that what begins with a text is found as quickly as what holds it. */
const BORDER = '\n'

/**
 * Some names, joined into one text as they are written and into another as they sound, each made when it is first asked
 * for: a key is then a quick search in a few long texts, and an edit costs one chunk.
 */
export class NameChunk {
  readonly names: Named[] = []
  private folded: Joined | null = null
  private sounds: Joined | null = null

  get hasSounds(): boolean {
    return this.sounds !== null
  }

  add(name: Named): void {
    this.names.push(name)
    this.forget()
  }

  remove(name: Named): void {
    this.names.splice(this.names.indexOf(name), 1)
    this.forget()
  }

  prepare(): void {
    this.foldedNames()
    this.soundingNames()
  }

  /** The names that begin with a folded text. */
  *beginningWith(needle: string): Generator<Named> {
    const joined = this.foldedNames()
    for (const at of placesIn(joined.text, BORDER + needle)) yield this.names[nameAt(joined, at + BORDER.length)]!
  }

  /** The names that hold a folded text, and where in them it stands; a name once for each place. */
  *holding(needle: string): Generator<[name: Named, start: number]> {
    const joined = this.foldedNames()
    for (const at of placesIn(joined.text, needle)) {
      const index = nameAt(joined, at)
      yield [this.names[index]!, at - joined.starts[index]!]
    }
  }

  /** Names in whose syllables or initials the letters stand; a name once for each place. */
  *soundingLike(letters: string): Generator<Named> {
    const joined = this.soundingNames()
    for (const at of placesIn(joined.text, letters)) yield this.names[nameAt(joined, at)]!
  }

  private foldedNames(): Joined {
    this.folded ??= join(this.names.map(({ value }) => normalise(value)))
    return this.folded
  }

  private soundingNames(): Joined {
    this.sounds ??= join(this.names.map(({ value }) => {
      const syllables = syllablesOf(value)
      return `${syllables.join('')} ${syllables.map((syllable) => syllable[0]).join('')}`
    }))
    return this.sounds
  }

  private forget(): void {
    this.folded = null
    this.sounds = null
  }
}

function nameAt({ starts }: Joined, at: number): number {
  return lastStart(starts, at, 0, starts.length - 1)
}

function* placesIn(text: string, needle: string): Generator<number> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) yield at
}

function join(texts: string[]): Joined {
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length + BORDER.length)
    length += BORDER.length + text.length
  }
  return { text: BORDER + texts.join(BORDER), starts }
}
