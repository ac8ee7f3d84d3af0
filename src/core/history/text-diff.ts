import type { TextDiff, TextPiece } from '#api'
import { diffArrays } from 'diff'
import { joined, tidyPieces, type Run } from './tidy-pieces'

/** Beyond this many differing words two sentences have so little in common that one simply takes the other's place. */
const MOST_EDITS = 400

const wordBreaker = new Intl.Segmenter('zh', { granularity: 'word' })
/** A sentence with what closes it, or a line break; so that a line that was moved is compared as a whole. */
const SENTENCE = /[^。！？!?；;\n]*(?:[。！？!?；;]+[”’"』」）)]*|\n+|$)/gu

/**
 * What differs between two texts, in the order of reading, for a person to read: compared by sentences and, within what
 * differs, by words (Myers, "An O(ND) Difference Algorithm", 1986), with short coincidences counted as changed.
 * The pieces that are not `added` join to `old`, those that are not `removed` to `next`.
 */
export function diffText(old: string, next: string): TextPiece[] {
  if (old === next) return old === '' ? [] : [{ kind: 'same', text: old }]
  const [before, after] = [sentencesOf(old), sentencesOf(next)]
  const sentences = runsBetween(before, after) ?? replaced(before, after)
  return tidyPieces(withinReplaced(joined(sentences))).map(({ kind, words }) => ({ kind, text: words.join('') }))
}

/** The two texts with what differs between them. */
export function textDiff(old: string, next: string): TextDiff {
  return { old, new: next, pieces: diffText(old, next) }
}

/** Where sentences were taken out and others put in at the same place, these are compared by words. */
function withinReplaced(runs: Run[]): Run[] {
  const result: Run[] = []
  for (let index = 0; index < runs.length; index++) {
    const [run, next] = [runs[index]!, runs[index + 1]]
    if (run.kind === 'removed' && next?.kind === 'added') {
      result.push(...betweenSentences(run.words, next.words))
      index++
    } else {
      result.push({ kind: run.kind, words: run.words.flatMap(wordsOf) })
    }
  }
  return result
}

/** As one text, or, where that is too much and none came or went, sentence by sentence. */
function betweenSentences(old: string[], next: string[]): Run[] {
  const [before, after] = [wordsOf(old.join('')), wordsOf(next.join(''))]
  const runs = runsBetween(before, after)
  if (runs !== undefined || old.length !== next.length || old.length === 1) return runs ?? replaced(before, after)
  return old.flatMap((sentence, index) => betweenSentences([sentence], [next[index]!]))
}

/** Removed before added; undefined where there is too much to compare. */
function runsBetween(old: string[], next: string[]): Run[] | undefined {
  const runs = diffArrays(old, next, { maxEditLength: MOST_EDITS })
  return runs?.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', words: value }))
}

function replaced(old: string[], next: string[]): Run[] {
  return [{ kind: 'removed', words: old }, { kind: 'added', words: next }]
}

function sentencesOf(text: string): string[] {
  return text.match(SENTENCE)!.filter((sentence) => sentence !== '')
}

function wordsOf(text: string): string[] {
  return Array.from(wordBreaker.segment(text), ({ segment }) => segment)
}
