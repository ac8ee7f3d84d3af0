import { fold, isHanAt, isHanBefore, isSurrogate, matchAt, nextOf, unitSet, type UnitSet, type WordModel } from '../text'
import { spotAt, type Spot } from './spot'

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+(?=\p{Script=Han})/uy
/** At least four characters, each apart from the next: a heading spaced out, or text from a PDF file. */
const SPACED_OUT = /\p{Script=Han}(?:[ \u00a0\u3000]\p{Script=Han}){3,}/uy
/** A space before a closing mark, or behind one within a line. Spaces at the head of a line are its indent. */
const BEFORE_MARK = /(?<=[\p{Script=Han}\d\p{Script=Latin}])[ \u00a0]+(?=[，。、；：！？）》”’」』])/uy
const BEHIND_MARK = /(?<=[，。、；：！？（《“‘「『])[ \u00a0]+(?=[\p{Script=Han}\d“‘「『《（])/uy
/** Every place above has one of them in it. */
const GAP = /[\u00ad\u200b\u2060\ufeff \u00a0\u3000]/gu
const WIDE_SPACE = '\u3000'
const SPACES = ` \u00a0${WIDE_SPACE}`

const CERTAIN = 0.99
const SURE = 0.97
/** Names in a row may be spaced on purpose. */
const LIKELY = 0.8
/** What a word broken in two must gain over its parts, in natural logarithm. */
const GAIN_NEEDED = 3
const LONGEST_WORD = 4

let gaps: UnitSet | null = null

/**
 * What typesetting left behind: invisible characters inside words, characters set apart by spaces, spaces around
 * full-width marks, and a space in the middle of a word, which takes a model of words to tell.
 */
export function findLayout(text: string, words: WordModel | null): Spot[] {
  gaps ??= unitSet(GAP)
  const spots: Spot[] = []
  /** Where the last row of characters set apart ends. */
  let apart = 0
  for (let at = nextOf(gaps, text, 0); at >= 0; at = nextOf(gaps, text, at + 1)) {
    const isBehindHan = isHanBefore(text, at)
    if (!SPACES.includes(text[at]!)) {
      const match = isBehindHan ? matchAt(INVISIBLE, text, at) : null
      if (match !== null) spots.push(without(text, match, CERTAIN))
    } else if (isBehindHan && isHanAt(text, at + 1)) {
      const start = at - (isSurrogate(text.charCodeAt(at - 1)) ? 2 : 1)
      const match = start < apart ? null : matchAt(SPACED_OUT, text, start)
      if (match !== null) apart = match.index + match[0].length
      // Where another one goes on, the last one begins a word, so the spaces part words.
      if (match !== null && !isHanAt(text, apart)) spots.push(spotAt(text, 'layout', start, apart, match[0].replace(/[ \u00a0\u3000]/gu, ''), LIKELY))
      if (words !== null && text[at] !== WIDE_SPACE && breaksWord(text, at, words)) spots.push(spotAt(text, 'layout', at, at + 1, '', LIKELY))
    } else {
      const before = matchAt(BEFORE_MARK, text, at)
      if (before !== null) spots.push(without(text, before, SURE))
      const behind = matchAt(BEHIND_MARK, text, at)
      if (behind !== null) spots.push(without(text, behind, LIKELY))
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
