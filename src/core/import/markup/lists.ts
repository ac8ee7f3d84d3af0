import { labelOf } from './labels'
import type { Block } from './blocks'

/** How one level of a list is numbered. */
export interface ListLevel {
  /** `bullet`, or a name that `labelOf` knows. */
  format: string
  /** With `%1` for the number of the first level, and so on. */
  pattern: string
  start: number
}

/** Counts the items of lists, each list by its name. */
export class ListCounter {
  private readonly counts = new Map<string, number[]>()

  /** The label of the list's next item at this depth. */
  next(list: string, levels: readonly ListLevel[], depth: number): string {
    const level = levels[depth]
    if (level === undefined || level.format === 'bullet') return '-'
    const counts = this.counts.get(list) ?? []
    this.counts.set(list, counts)
    counts[depth] = counts[depth] === undefined ? level.start : counts[depth] + 1
    counts.length = depth + 1
    return level.pattern.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      return labelOf(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
    })
  }
}

/** An item of Markdown where its label is a mark of Markdown; else a paragraph that starts with the label. */
export function listBlock(label: string, depth: number, words: string): Block {
  if (label === '-' || /^\d{1,9}[.)]$/u.test(label)) return { kind: 'item', depth, marker: label, words }
  return { kind: 'paragraph', words: labelled(label, words) }
}

/** A space stands behind labels of Latin letters alone. */
export function labelled(label: string, words: string): string {
  if (label === '' || label === '-' || words.trim() === '') return words
  return `${label}${/[\w.)]$/u.test(label) ? ' ' : ''}${words}`
}
