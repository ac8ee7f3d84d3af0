import type { ImportWarning } from '#api'
import { useTexts } from '../../i18n'

/** Their text ends in a colon, and the message follows it. */
const WITH_MESSAGE = new Set<ImportWarning['code']>(['FORMAT_UNSUPPORTED', 'FORMAT_MISLABELLED', 'PICTURES_LEFT_OUT', 'PAGE_LINES_REMOVED', 'PAGES_WITHOUT_TEXT'])

/** What reading a file had to say, in the user's words. */
export function useWarningText(): (warning: ImportWarning) => string {
  const texts = useTexts()
  return ({ code, message }) => (WITH_MESSAGE.has(code) ? `${texts.warnings[code]} ${message}` : texts.warnings[code])
}
