export interface Quotation {
  /** Name of the field, as elements carry it in `data-field`. */
  field: string
  text: string
}

/** Every place of the quotations in the rendered fields beneath `root`, in reading order; a quotation may span elements. */
export function rangesOf(root: HTMLElement, quotations: readonly Quotation[]): Range[] {
  const byField = new Map<string, Set<string>>()
  for (const { field, text } of quotations) {
    if (text === '') continue
    const texts = byField.get(field) ?? new Set()
    byField.set(field, texts.add(text))
  }
  const ranges: Range[] = []
  for (const element of root.querySelectorAll<HTMLElement>('[data-field]')) {
    const texts = byField.get(element.dataset.field ?? '')
    if (texts !== undefined) ranges.push(...rangesIn(element, texts))
  }
  return ranges
}

function rangesIn(element: HTMLElement, texts: ReadonlySet<string>): Range[] {
  const nodes: { node: Text; start: number }[] = []
  let whole = ''
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: whole.length })
    whole += (node as Text).data
  }
  const spots: { start: number; end: number }[] = []
  for (const text of texts) {
    for (let start = whole.indexOf(text); start >= 0; start = whole.indexOf(text, start + text.length)) {
      spots.push({ start, end: start + text.length })
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
