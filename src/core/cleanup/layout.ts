import { spotAt, type Spot } from './spot'

const INVISIBLE = /(?<=\p{Script=Han})[\u00ad\u200b\u2060\ufeff]+(?=\p{Script=Han})/gu
/** At least four characters, each apart from the next: a heading spaced out, or text from a PDF file. */
const SPACED_OUT = /\p{Script=Han}(?:[ \u00a0\u3000]\p{Script=Han}){3,}/gu
const GOES_ON = /^\p{Script=Han}/u

const CERTAIN = 0.99
/** Names in a row may be spaced on purpose. */
const LIKELY = 0.8

/** What typesetting left behind: invisible characters inside words, and characters set apart by spaces. */
export function findLayout(text: string): Spot[] {
  return [
    ...[...text.matchAll(INVISIBLE)].map((match) => spotAt(text, 'layout', match.index, match.index + match[0].length, '', CERTAIN)),
    ...[...text.matchAll(SPACED_OUT)]
      // The last one begins a word, so the spaces part words.
      .filter((match) => !GOES_ON.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2)))
      .map((match) => spotAt(text, 'layout', match.index, match.index + match[0].length, match[0].replace(/[ \u00a0\u3000]/gu, ''), LIKELY)),
  ].sort((a, b) => a.start - b.start)
}
