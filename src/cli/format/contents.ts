import type { ContentRemark } from '#api'
import { sizeText } from '#api/size-text'
import { fill, type Texts } from '#api/i18n'
import type { CliTexts } from '../i18n'

/** One line for each attachment that goes or comes without its content. */
export function contentRemarks(remarks: ContentRemark[], texts: Texts, words: CliTexts): string[] {
  return remarks.map(({ code, title, name, bytes }) =>
    fill(words.say.contentRemark, { title, name, size: sizeText(bytes), reason: texts.contentRemarks[code] }))
}
