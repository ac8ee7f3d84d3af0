import { joinedBlanks, plainText } from '../../../components/plain-text'
import { textNodes, writtenText } from '../../../script/written'

export interface Quotation {
  /** Name of the field, as elements carry it in `data-field`. */
  field: string
  /** The words as the source has them, marks of Markdown included. */
  text: string
  /** Which of the places where the words stand is meant, from 0; all of them where it is not given. */
  place?: number
}

/** Every place of the quotations in the rendered fields beneath `root`, in reading order; a quotation may span elements. */
export function rangesOf(root: HTMLElement, quotations: readonly Quotation[]): Range[] {
  const byField = new Map<string, Map<string, Set<number | undefined>>>()
  for (const { field, text, place } of quotations) {
    const words = visible(text)
    if (words === '') continue
    const inField = byField.get(field) ?? new Map<string, Set<number | undefined>>()
    byField.set(field, inField.set(words, (inField.get(words) ?? new Set()).add(place)))
  }
  const ranges: Range[] = []
  for (const element of root.querySelectorAll<HTMLElement>('[data-field]')) {
    const texts = byField.get(element.dataset.field ?? '')
    if (texts !== undefined) ranges.push(...rangesIn(element, texts))
  }
  return ranges
}

/** How many times the words of `text` from `start` on have stood in it before. */
export function placeOf(text: string, start: number, end: number): number {
  const words = visible(text.slice(start, end))
  return words === '' ? 0 : joinedBlanks(plainText(text.slice(0, start)).text).text.split(words).length - 1
}

function visible(text: string): string {
  return joinedBlanks(plainText(text).text).text.trim()
}

function rangesIn(element: HTMLElement, texts: ReadonlyMap<string, ReadonlySet<number | undefined>>): Range[] {
  const nodes: { node: Text; start: number }[] = []
  let rendered = ''
  for (const node of textNodes(element)) {
    nodes.push({ node, start: rendered.length })
    rendered += writtenText(node)
  }
  const whole = joinedBlanks(rendered)
  const spots: { start: number; end: number }[] = []
  for (const [text, places] of texts) {
    let place = 0
    for (let at = whole.text.indexOf(text); at >= 0; at = whole.text.indexOf(text, at + text.length)) {
      if (places.has(undefined) || places.has(place)) {
        spots.push({ start: whole.offsets[at]!, end: whole.offsets[at + text.length - 1]! + 1 })
      }
      place++
    }
  }
  return spots.sort((a, b) => a.start - b.start || a.end - b.end).map(({ start, end }) => {
    const range = document.createRange()
    const first = nodes.findLast((node) => node.start <= start)!
    const last = nodes.findLast((node) => node.start < end)!
    range.setStart(first.node, start - first.start)
    range.setEnd(last.node, end - last.start)
    return range
  })
}
