import type { Case, Section } from '#api'
import { foldedLetters } from '../text'

/** Sections with fewer letters than this say too little to call two cases the same. */
const FEWEST_LETTERS = 12

const keysOfCases = new WeakMap<Case, string[]>()

export interface Known {
  id: string
  title: string
  inLibrary: boolean
}

/** Cases by their text: two texts with the same letters in the same order are the same, whatever script or spacing. */
export class KnownTexts {
  private readonly byKey = new Map<string, Known>()
  private readonly byId = new Map<string, Known>()

  constructor(cases: Iterable<Case>) {
    for (const item of cases) this.addCase(item)
  }

  addCase(item: Case): void {
    this.add(keysOf(item), { id: item.id, title: item.title, inLibrary: true })
  }

  find(keys: readonly string[], id: string | undefined): Known | null {
    if (id !== undefined && this.byId.has(id)) return this.byId.get(id)!
    for (const key of keys) {
      const known = this.byKey.get(key)
      if (known !== undefined) return known
    }
    return null
  }

  add(keys: readonly string[], known: Known): void {
    this.byId.set(known.id, known)
    for (const key of keys) if (!this.byKey.has(key)) this.byKey.set(key, known)
  }
}

/** What a case is recognised by: its text as imported, and its sections' text. */
export function textKeys(original: string | undefined, sections: readonly Pick<Section, 'text'>[]): string[] {
  const keys: string[] = []
  const originalLetters = foldedLetters(original ?? '')
  if (originalLetters.length > 0) keys.push(`o${digest(originalLetters)}`)
  const sectionLetters = foldedLetters(sections.map(({ text }) => text).join('\n'))
  if (sectionLetters.length >= FEWEST_LETTERS) keys.push(`s${digest(sectionLetters)}`)
  return keys
}

function keysOf(item: Case): string[] {
  let keys = keysOfCases.get(item)
  if (keys === undefined) {
    keys = textKeys(item.original?.text, item.sections)
    keysOfCases.set(item, keys)
  }
  return keys
}

/** A text's fingerprint as a device name: two copies with one name hold the same, down to the last character. */
export function nameOfContent(text: string): string {
  const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return `c${cyrb53(units, 0).padStart(11, '0')}`
}

/** 106 bits of a text: two multiplicative hashes (cyrb53) with different seeds. */
function digest(units: Uint16Array): string {
  return `${cyrb53(units, 0)}.${cyrb53(units, 1)}`
}

function cyrb53(units: Uint16Array, seed: number): string {
  let one = 0xdeadbeef ^ seed
  let two = 0x41c6ce57 ^ seed
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!
    one = Math.imul(one ^ unit, 2654435761)
    two = Math.imul(two ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36)
}
