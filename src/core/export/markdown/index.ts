import { strToU8 } from 'fflate'
import { wordsFor } from '../../present'
import type { Exporter } from '../format'
import { documentOf, NEXT_CASE } from './document'

const CASES_PER_STEP = 50

/** Markdown with front matter; several cases stand one after the other in one file. */
export const exportMarkdown: Exporter = async function* ({ cases, language, title, convert }) {
  const words = wordsFor(language)
  const documents: string[] = []
  for (const [index, item] of cases.entries()) {
    if (index % CASES_PER_STEP === 0) yield { stage: 'write', done: index, total: cases.length, label: title }
    documents.push(convert(documentOf(item, words)))
  }
  return strToU8(documents.join(`\n${NEXT_CASE}\n\n`)) as Uint8Array<ArrayBuffer>
}
