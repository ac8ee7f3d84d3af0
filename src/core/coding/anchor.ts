import type { Anchor, Case } from '#api'
import { charactersAfter, charactersBefore, fold } from '../text'
import { fieldsOf, type Field } from './fields'

/** Characters of context kept on each side. */
const CONTEXT = 32

/**
 * An anchor for the first place where the quotation stands in the case, in running text before names, or for the place
 * nearest to `near`; where it stands nowhere literally, script, width and kinds of blanks are overlooked. Null where it
 * stands nowhere.
 */
export function anchorOf(item: Case, quote: string, field?: string, near = 0): Anchor | null {
  const wanted = quote.trim()
  if (wanted === '') return null
  const all = fieldsOf(item)
  const fields = all.filter((each) => field === undefined || each.field === field)
  for (const form of [(text: string) => text, comparable]) {
    const words = form(wanted)
    for (const each of fields) {
      const at = nearestPlace(form(each.text), words, near)
      if (at !== null) return { ...anchorAt(each, at, at + words.length), ...(isRepeated(all.map(({ text }) => form(text)), words) ? { repeated: true } : {}) }
    }
  }
  return null
}

function nearestPlace(text: string, words: string, near: number): number | null {
  const before = text.lastIndexOf(words, near)
  const behind = text.indexOf(words, near)
  if (before < 0 || behind < 0) return before < 0 && behind < 0 ? null : Math.max(before, behind)
  return near - before <= behind - near ? before : behind
}

function isRepeated(texts: string[], words: string): boolean {
  const first = texts.findIndex((text) => text.includes(words))
  const places = texts.slice(first).map((text, index) => text.indexOf(words, index === 0 ? text.indexOf(words) + 1 : 0))
  return places.some((at) => at >= 0)
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
