import type { Anchor } from '#api'
import { nearest } from '../text'

export interface Range {
  start: number
  end: number
}

/** Characters next to a quotation that must agree before a place elsewhere counts as its place. */
const CONTEXT_NEEDED = 6
/** A quotation this long does not come to stand in a case twice by chance, so it needs no context. */
const LONG = 12
const PART_OF_QUOTE_EDITED = 0.25
/** How far from its old place an edited quotation is looked for. */
const REACH = 4000
/** An edited quotation longer than this is found by its two ends. */
const LONGEST_COMPARED = 120
const END_COMPARED = 40
const CONTEXT_COMPARED = 8

/**
 * Where an anchored quotation stands in the text as it is now, or null where it is lost: at its old place; at the place
 * whose surroundings agree best with those remembered, the nearer one of equals; or, where the quotation itself has
 * been edited a little, where it nearly stands. Neither a short quotation nor one that stood in the case twice is ever
 * moved to another place of the same words.
 */
export function resolve(anchor: Anchor, text: string): Range | null {
  return literally(anchor, text) ?? edited(anchor, text)
}

function literally(anchor: Anchor, text: string): Range | null {
  const { exact, start } = anchor
  if (exact === '') return null
  if (text.startsWith(exact, start) && agreement(anchor, text, start, start + exact.length) >= needed(anchor)) return range(start, exact)
  let best: { at: number; agreement: number } | null = null
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const candidate = { at, agreement: agreement(anchor, text, at, at + exact.length) }
    if (best === null || candidate.agreement > best.agreement
      || (candidate.agreement === best.agreement && Math.abs(at - start) < Math.abs(best.at - start))) best = candidate
  }
  if (best === null) return null
  const isSure = best.agreement >= needed(anchor) || isUnmistakable(anchor, LONG)
  return isSure ? range(best.at, exact) : null
}

function edited(anchor: Anchor, text: string): Range | null {
  const found = anchor.exact.length <= LONGEST_COMPARED ? byWhole(anchor, text) : byEnds(anchor, text)
  if (found === null) return null
  const isSure = agreement(anchor, text, found.start, found.end) >= needed(anchor) || isUnmistakable(anchor, 2 * LONG)
  return isSure ? found : null
}

function byWhole({ exact, prefix, suffix, start, repeated }: Anchor, text: string): Range | null {
  const edits = Math.floor(exact.length * PART_OF_QUOTE_EDITED)
  if (edits === 0) return null
  if (repeated !== true) return near(text, start, exact, edits)
  // The twin is nearer to the words than the place that was edited, but not to the words with their surroundings.
  const around = near(text, start, prefix.slice(-CONTEXT_COMPARED) + exact + suffix.slice(0, CONTEXT_COMPARED), edits)
  return around === null ? null : nearest(text, around.start, around.end, exact, edits)
}

/** Each end is first looked for with its surroundings, so that of repeated sentences the right one is taken. */
function byEnds({ exact, prefix, suffix, start, end }: Anchor, text: string): Range | null {
  const edits = Math.floor(END_COMPARED * PART_OF_QUOTE_EDITED)
  const head = exact.slice(0, END_COMPARED)
  const tail = exact.slice(-END_COMPARED)
  const aroundHead = near(text, start, prefix.slice(-CONTEXT_COMPARED) + head, edits)
  const aroundTail = near(text, end, tail + suffix.slice(0, CONTEXT_COMPARED), edits)
  if (aroundHead === null || aroundTail === null) return null
  const first = nearest(text, aroundHead.start, aroundHead.end, head, edits)
  const last = nearest(text, aroundTail.start, aroundTail.end, tail, edits)
  if (first === null || last === null || last.end <= first.start) return null
  const change = Math.abs(last.end - first.start - exact.length)
  return change <= exact.length * PART_OF_QUOTE_EDITED ? { start: first.start, end: last.end } : null
}

function near(text: string, around: number, quote: string, edits: number): Range | null {
  const found = nearest(text, Math.max(0, around - REACH), Math.min(text.length, around + REACH), quote, edits)
  return found === null ? null : { start: found.start, end: found.end }
}

function isUnmistakable({ exact, repeated }: Anchor, length: number): boolean {
  return repeated !== true && exact.length >= length
}

/** How many characters right before and right behind a place are those remembered. */
function agreement({ prefix, suffix }: Anchor, text: string, start: number, end: number): number {
  let before = 0
  while (before < prefix.length && start - before > 0 && text[start - before - 1] === prefix[prefix.length - before - 1]) before++
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  return before + after
}

function needed({ prefix, suffix }: Anchor): number {
  return Math.min(CONTEXT_NEEDED, prefix.length + suffix.length)
}

function range(start: number, exact: string): Range {
  return { start, end: start + exact.length }
}
