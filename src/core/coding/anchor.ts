import type { Anchor, Case } from '#api'
import { charactersAfter, charactersBefore, fold } from '../text'
import { fieldsOf, type Field } from './fields'

/** Characters of context kept on each side. */
const CONTEXT = 32

/**
 * An anchor for the first place where the quotation stands in the case, in running text before names; where it stands
 * nowhere literally, script, width and kinds of blanks are overlooked. Null where it stands nowhere.
 */
export function anchorOf(item: Case, quote: string, field?: string): Anchor | null {
  const wanted = quote.trim()
  if (wanted === '') return null
  const fields = fieldsOf(item).filter((each) => field === undefined || each.field === field)
  for (const each of fields) {
    const at = each.text.indexOf(wanted)
    if (at >= 0) return anchorAt(each, at, at + wanted.length)
  }
  const folded = comparable(wanted)
  for (const each of fields) {
    const at = comparable(each.text).indexOf(folded)
    if (at >= 0) return anchorAt(each, at, at + folded.length)
  }
  return null
}

/** The anchor of a stretch of a field. */
export function anchorAt({ field, text }: Field, start: number, end: number): Anchor {
  return {
    field, start, end,
    exact: text.slice(start, end),
    prefix: charactersBefore(text, start, CONTEXT),
    suffix: charactersAfter(text, end, CONTEXT),
  }
}

function comparable(text: string): string {
  return fold(text).replace(/\s/g, ' ')
}
