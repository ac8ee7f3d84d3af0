import type { AppContext } from '../context'
import { DELETED, membersOf, type Write } from '../library'
import { comparePinyin } from '../text'

/** There is one in each library, under the same id, so that merging joins the words of two people. */
const ID = '01900000-0000-7000-8000-0000000d1c70'

/** The user's own words, by pinyin. */
export function dictionaryWords({ library }: Pick<AppContext, 'library'>): string[] {
  const record = library.live(ID, 'dictionary')
  return record === undefined ? [] : membersOf(record, 'words/').sort(comparePinyin)
}

/** The writes that add words to the dictionary and take others out. */
export function dictionaryWrites(known: readonly string[], add: readonly string[], remove: readonly string[]): Write[] {
  const write = (field: string, value: boolean): Write => ({ record: ID, kind: 'dictionary', field, value })
  return [
    write(DELETED, false),
    ...add.map((word) => write(`words/${word}`, true)),
    ...remove.filter((word) => known.includes(word) && !add.includes(word)).map((word) => write(`words/${word}`, false)),
  ]
}
