import { AppError } from '#api'
import { READER_DATA_ELEMENT, READER_TEXT_ELEMENT, type ReaderData } from '#api/reader'
import type { Snapshot } from '../../library'
import { escapeHtml } from './text'

const EMPTY_DATA = new RegExp(`(<script type="application/json" id="${READER_DATA_ELEMENT}">)[^<]*(</script>)`, 'u')
const EMPTY_TEXT = new RegExp(`(<main id="${READER_TEXT_ELEMENT}"[^>]*>)(</main>)`, 'u')
const PAGE_LANGUAGE = /(<html lang=")[^"]*/u
const TITLE = /<title>[^<]*<\/title>/u

/**
 * The reader's page with the data in it, and the same as text.
 * @throws AppError EXPORT_UNAVAILABLE where the page has no place for data.
 */
export function fillReader(page: string, data: ReaderData<Snapshot>, text: string): string {
  if (!EMPTY_DATA.test(page)) throw new AppError('EXPORT_UNAVAILABLE', { format: 'html' })
  return page
    .replace(TITLE, () => `<title>${escapeHtml(data.title)}</title>`)
    .replace(PAGE_LANGUAGE, (_, start: string) => start + data.language)
    .replace(EMPTY_TEXT, (_, open: string, close: string) => open + text + close)
    .replace(EMPTY_DATA, (_, open: string, close: string) => open + scriptSafe(JSON.stringify(data)) + close)
}

/** JSON in which nothing can end the element it stands in, or a line of the script it might be read as. */
export function scriptSafe(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`)
}
