import type { Block } from '../../markup/blocks'
import { labelled, listBlock } from '../../markup/lists'

const CONTENTS = /^(?:toc|contents|目录|目錄) ?\d/iu
const TITLE = /^(?:title|标题|標題)$/iu
const HEADING = /^(?:heading|标题|標題) ?([1-9])/iu
const OUTLINE_LEVELS = 9

/** What is set for the paragraph that is being read. */
export interface Paragraph {
  style: number
  outline: number | undefined
  isInTable: boolean
  /** As the program that wrote the file numbered it. */
  label: string
  level: number
}

export function plainParagraph(): Paragraph {
  return { style: 0, outline: undefined, isInTable: false, label: '', level: 0 }
}

export function blockOf(words: string, { outline, label: written, level }: Paragraph, styleName: string): Block[] {
  if (words.trim() === '' || CONTENTS.test(styleName)) return []
  if (TITLE.test(styleName)) return [{ kind: 'heading', level: 0, words }]
  const label = markOf(written.trim())
  const named = HEADING.exec(styleName)?.[1]
  const heading = outline !== undefined && outline >= 0 && outline < OUTLINE_LEVELS ? outline + 1 : named === undefined ? undefined : Number(named)
  if (heading !== undefined) return [{ kind: 'heading', level: heading, words: labelled(label, words) }]
  return [label === '' ? { kind: 'paragraph', words } : listBlock(label, level, words)]
}

/** Bullets of any shape are one. */
function markOf(label: string): string {
  return /^[^\p{L}\p{N}]$/u.test(label) || label === 'o' ? '-' : label
}
