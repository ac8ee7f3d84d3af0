import { fold, type WordModel } from '../text'
import { spotAt, type Spot } from './spot'

const INVISIBLE = /(?<=\p{Script=Han})[\u00ad\u200b\u2060\ufeff]+(?=\p{Script=Han})/gu
/** At least four characters, each apart from the next: a heading spaced out, or text from a PDF file. */
const SPACED_OUT = /\p{Script=Han}(?:[ \u00a0\u3000]\p{Script=Han}){3,}/gu
const GOES_ON = /^\p{Script=Han}/u
/** A space before a closing mark, or behind one within a line. Spaces at the head of a line are its indent. */
const BEFORE_MARK = /(?<=[\p{Script=Han}\d\p{Script=Latin}])[ \u00a0]+(?=[，。、；：！？）》”’」』])/gu
const BEHIND_MARK = /(?<=[，。、；：！？（《“‘「『])[ \u00a0]+(?=[\p{Script=Han}\d“‘「『《（])/gu
const BETWEEN = /(?<=\p{Script=Han})[ \u00a0](?=\p{Script=Han})/gu

const CERTAIN = 0.99
const SURE = 0.97
/** Names in a row may be spaced on purpose. */
const LIKELY = 0.8
/** What a word broken in two must gain over its parts, in natural logarithm. */
const GAIN_NEEDED = 3
const LONGEST_WORD = 4

/**
 * What typesetting left behind: invisible characters inside words, characters set apart by spaces, spaces around
 * full-width marks, and a space in the middle of a word, which takes a model of words to tell.
 */
export function findLayout(text: string, words: WordModel | null): Spot[] {
  const spots = [
    ...[...text.matchAll(INVISIBLE)].map((match) => without(text, match, CERTAIN)),
    ...[...text.matchAll(SPACED_OUT)]
      // The last one begins a word, so the spaces part words.
      .filter((match) => !GOES_ON.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2)))
      .map((match) => spotAt(text, 'layout', match.index, match.index + match[0].length, match[0].replace(/[ \u00a0\u3000]/gu, ''), LIKELY)),
    ...[...text.matchAll(BEFORE_MARK)].map((match) => without(text, match, SURE)),
    ...[...text.matchAll(BEHIND_MARK)].map((match) => without(text, match, LIKELY)),
  ]
  if (words !== null) {
    for (const match of text.matchAll(BETWEEN)) {
      if (breaksWord(text, match.index, words)) spots.push(without(text, match, LIKELY))
    }
  }
  return withoutOverlaps(spots.sort((a, b) => a.start - b.start || b.end - a.end))
}

function without(text: string, match: RegExpExecArray, confidence: number): Spot {
  return spotAt(text, 'layout', match.index, match.index + match[0].length, '', confidence)
}

/** Whether a word reaches over the space that is far likelier than what it is made of. */
function breaksWord(text: string, at: number, words: WordModel): boolean {
  const left = hanBefore(fold(text.slice(Math.max(0, at - LONGEST_WORD), at)))
  const right = hanAfter(fold(text.slice(at + 1, at + 1 + LONGEST_WORD)))
  if (words.score(left + right) - words.score(left) - words.score(right) < GAIN_NEEDED) return false
  let end = 0
  for (const word of words.segment(left + right)) {
    if (end < left.length && end + word.length > left.length) return true
    end += word.length
  }
  return false
}

function hanBefore(text: string): string {
  return /\p{Script=Han}*$/u.exec(text)![0]
}

function hanAfter(text: string): string {
  return /^\p{Script=Han}*/u.exec(text)![0]
}

function withoutOverlaps(spots: Spot[]): Spot[] {
  let end = 0
  return spots.filter((spot) => {
    if (spot.start < end) return false
    end = spot.end
    return true
  })
}
