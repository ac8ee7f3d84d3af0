/** A string that stands in at least two of the texts; `owners` are the indexes of those texts. */
export interface Repeat {
  text: string
  owners: number[]
}

const SHORTEST = 3
const LONGEST = 16
/** Characters of each text that are read; a case is a few hundred to a few thousand. */
const READ = 60_000
const WORD_CHARACTER = /[\p{Script=Han}a-z0-9]/u

/**
 * All strings of 3 to 16 word characters that at least two texts share, found level by level: a string of n + 1 can only
 * be shared where both of its parts of n are.
 */
export function repeatsIn(texts: string[]): Repeat[] {
  const read = texts.map((text) => text.slice(0, READ))
  const repeats: Repeat[] = []
  let places = read.map((text) => wordStarts(text, SHORTEST))
  for (let length = SHORTEST; length <= LONGEST; length++) {
    const owners = ownersOf(read, places, length)
    for (const [text, set] of owners) {
      if (set.size > 1) repeats.push({ text, owners: [...set] })
    }
    const isShared = (owner: number, at: number) => (owners.get(read[owner]!.slice(at, at + length))?.size ?? 0) > 1
    places = places.map((starts, owner) => {
      const shared = new Set(starts.filter((at) => isShared(owner, at)))
      return [...shared].filter((at) => shared.has(at + 1))
    })
    if (places.every((starts) => starts.length === 0)) break
  }
  return repeats
}

function ownersOf(texts: string[], places: number[][], length: number): Map<string, Set<number>> {
  const owners = new Map<string, Set<number>>()
  for (const [owner, starts] of places.entries()) {
    for (const at of starts) {
      const text = texts[owner]!.slice(at, at + length)
      const known = owners.get(text)
      if (known === undefined) owners.set(text, new Set([owner]))
      else known.add(owner)
    }
  }
  return owners
}

/** Where `length` word characters stand in a row. */
function wordStarts(text: string, length: number): number[] {
  const starts: number[] = []
  let run = 0
  for (let at = 0; at < text.length; at++) {
    run = WORD_CHARACTER.test(text[at]!) ? run + 1 : 0
    if (run >= length) starts.push(at - length + 1)
  }
  return starts
}
