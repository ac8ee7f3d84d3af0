import { SAFE_CONFIDENCE, type Accept, type Template } from '#api'
import { findEncodingConfusion, findSpots, type Spot } from '../cleanup'
import type { ReadDocument } from './document'
import { doubtfulSpots } from './picture-pages'
import { splitText, type Split } from './split'
import { STATED } from './templates'

const SHOWN_OF_ENCODING = 60

/** By which way a text is cut into cases, or as fits best, and the templates there are. */
export interface Cutting {
  way?: string | undefined
  templates: readonly Template[]
}

/** A document with all that is found by looking through it once. */
export interface Looked {
  document: ReadDocument
  /** Every damaged spot, in the order of the text. */
  spots: Spot[]
  /** What reading it again in the right encoding changed: the first words before and after. */
  encodingRepair: { before: string; after: string; confidence: number; applied: boolean } | null
  /** How its text is cut; null where it is not. */
  split: Split | null
}

/** @param mend which repairs of a wrong encoding are made; null where that was seen to before. */
export function lookThrough(document: ReadDocument, words: Parameters<typeof findSpots>[1], mend: Accept | null, cutting: Cutting): Looked {
  const encodingRepair = mend === null ? null : repairEncoding(document, mend)
  const found = findSpots(document.text, words, document.isMarkdown)
  const doubtful = doubtfulSpots(document, found)
  const spots = doubtful.length === 0 ? found : [...found, ...doubtful].sort((a, b) => a.start - b.start)
  return { document, spots, encodingRepair, split: isCut(document, cutting.way) ? cut(document, cutting) : null }
}

/** Whether the document's cases are found in its text, and not marked out by the file itself. */
export function isCut({ cases, text, pictures }: ReadDocument, way: string | undefined): boolean {
  return (cases === null || (way !== undefined && way !== STATED)) && (text !== '' || pictures === undefined)
}

export function cut({ text, isMarkdown }: Pick<ReadDocument, 'text' | 'isMarkdown'>, { way, templates }: Cutting): Split {
  return splitText(text, way === STATED ? undefined : way, templates, isMarkdown)
}

/** Reads the document's text again where it was read in the wrong encoding before it was saved. */
function repairEncoding(document: ReadDocument, accept: Accept): Looked['encodingRepair'] {
  const spot = findEncodingConfusion(document.text)
  if (spot === null) return null
  const canRepair = spot.after !== spot.before && document.cases === null
  document.warnings.push(canRepair ? { code: 'ENCODING_UNCERTAIN', message: '' } : { code: 'ENCODING_LOSSY', message: '' })
  const applied = canRepair && accept !== 'none' && spot.confidence >= SAFE_CONFIDENCE
  if (applied) document.text = spot.after
  const shown = (text: string) => [...text.slice(0, SHOWN_OF_ENCODING * 2)].slice(0, SHOWN_OF_ENCODING).join('')
  return { before: shown(spot.before), after: shown(spot.after), confidence: spot.confidence, applied }
}
