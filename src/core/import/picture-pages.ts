import type { PictureFile } from '#api'
import type { Spot } from '../cleanup'
import type { RecognisedPage } from '../ports'
import type { ReadDocument } from './document'

/** A file of which pages are pictures, kept so that they can be recognised and the file attached. */
export interface FilePictures {
  source: File
  pages: number[]
  recognised: Map<number, RecognisedPage>
}

export function picturesOf({ pictures }: ReadDocument, source: File): FilePictures | null {
  return pictures === undefined ? null : { source, pages: pictures, recognised: new Map() }
}

/** Whether text was made of any of its pictures. */
export function isRecognised(pictures: FilePictures | null): boolean {
  return pictures !== null && pictures.recognised.size > 0
}

export function shownPictures(file: string, { pages, recognised }: FilePictures): PictureFile {
  return {
    file,
    pages: pages.map((page) => {
      const { script = null, confidence = null } = recognised.get(page) ?? {}
      return { page, script, confidence }
    }),
  }
}

/**
 * Where the words that a recognition is not sure of stand in the text that was put together from its lines. A word whose
 * line was left out, as headers are, is left out too.
 */
export function doubtfulRanges(text: string, pages: readonly RecognisedPage[]): NonNullable<ReadDocument['doubtful']> {
  const ranges: NonNullable<ReadDocument['doubtful']> = []
  let from = 0
  for (const { page, doubtful } of pages) {
    for (const [index, run] of page.runs.entries()) {
      const line = run.text.trim()
      const at = text.indexOf(line, from)
      if (line === '' || at < 0) continue
      from = at + line.length
      const shift = at - (run.text.length - run.text.trimStart().length)
      for (const word of doubtful) {
        if (word.run === index) ranges.push({ start: shift + word.start, end: shift + word.end, confidence: word.confidence })
      }
    }
  }
  return ranges
}

/** Flags on those words, where nothing else was found in them. */
export function doubtfulSpots({ text, doubtful = [] }: ReadDocument, found: readonly Spot[]): Spot[] {
  return doubtful
    .filter(({ start, end }) => !found.some((spot) => spot.start < end && start < spot.end))
    .map(({ start, end, confidence }) => {
      const word = text.slice(start, end)
      return { kind: 'ocr', start, end, before: word, after: word, confidence, alternatives: [] }
    })
}
