import type { SearchDocument } from '#core/search/index'
import { fold, syllablesOf } from '#core/text/index'

/** A case as somebody who knows Chinese would prepare it for a general engine: folded, with the pinyin of the title. */
export interface Columns {
  title: string
  names: string
  tags: string
  region: string
  text: string
  pinyin: string
  initials: string
}

export function columnsOf({ title, fields, tags, region }: SearchDocument): Columns {
  const joined = (...wanted: RegExp[]) => fold(fields.filter(({ field }) => wanted.some((one) => one.test(field))).map(({ text }) => text).join('\n'))
  const syllables = syllablesOf(title).filter((syllable) => /^[a-z]+$/u.test(syllable))
  return {
    title: fold(title), names: joined(/^modelName$/u, /^organisation$/u), tags: fold(tags.join(' ')), region: fold(region),
    text: joined(/^(?:period|notes)$/u, /^(?:sections|sources)\//u),
    pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join(''),
  }
}
