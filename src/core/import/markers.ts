import type { SectionRole, Template } from '#api'
import { fold } from '../text'

/** A section's marker in a text. */
export interface Marker {
  role: SectionRole
  /** Position of the role in the template; 0 starts a case. */
  rank: number
  /** As written, without brackets and colon. */
  heading: string
  /** Of the whole line head, bullets and brackets included. */
  start: number
  /** Where the section's text begins. */
  end: number
}

const LINE_HEAD = String.raw`(?:^|(?<=\n))[^\S\n]*(?:#{1,6}[^\S\n]+|[-*•●■◆][^\S\n]+|\d{1,2}[.、)][^\S\n]*|[一二三四五六七八九十]{1,3}[、.][^\S\n]*|\([一二三四五六七八九十\d]{1,3}\)[^\S\n]*)?`
const SENTENCE_END = String.raw`(?<=[。!?…”"])[^\S\n]*`
const OPEN = String.raw`(?:\*\*|__|[【\[〔<《“])?`
const CLOSE = String.raw`(?:\*\*|__|[】\]〕>》”])?`

/**
 * The template's markers in a text, in order. A marker stands at the head of a line (bulleted, numbered, bold or in
 * brackets, if it likes) before a colon or the line's end, or behind the end of a sentence before a colon.
 * @param folded the text, where it is folded already.
 */
export function findMarkers(text: string, template: Template, folded = fold(text)): Marker[] {
  const words = template.sections.flatMap(({ role, markers }, rank) => markers.map((marker) => ({ role, rank, marker: fold(marker) })))
  const byLength = words.toSorted((a, b) => b.marker.length - a.marker.length)
  const names = byLength.map(({ marker }) => marker.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join('|')
  const pattern = new RegExp(
    `(?:${LINE_HEAD}${OPEN}(?<head>${names})${CLOSE}[^\\S\\n]*(?::${CLOSE}|(?=\\r?\\n|$))|${SENTENCE_END}${OPEN}(?<inline>${names})${CLOSE}[^\\S\\n]*:${CLOSE})`,
    'gu',
  )
  return [...folded.matchAll(pattern)].map((match) => {
    const name = match.groups!.head ?? match.groups!.inline!
    const { role, rank } = byLength.find(({ marker }) => marker === name)!
    const at = match.index + match[0].indexOf(name)
    return { role, rank, heading: text.slice(at, at + name.length), start: match.index, end: match.index + match[0].length }
  })
}
