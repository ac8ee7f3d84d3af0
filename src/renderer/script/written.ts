/** What the library holds for a text node that is shown in the other script; as long as what is shown. */
const written = new WeakMap<Text, string>()

/** A node's text as it is stored, whatever script it is shown in. */
export function writtenText(node: Text): string {
  return written.get(node) ?? node.data
}

/** A range's text as it is stored. */
export function writtenIn(range: Range): string {
  return textNodes(range.commonAncestorContainer)
    .filter((node) => range.intersectsNode(node))
    .map((node) => {
      const start = node === range.startContainer ? range.startOffset : 0
      return writtenText(node).slice(start, node === range.endContainer ? range.endOffset : undefined)
    })
    .join('')
}

/** Shows a node otherwise than it is stored. */
export function showAs(node: Text, shown: string): void {
  const stored = writtenText(node)
  if (shown === stored) written.delete(node)
  else written.set(node, stored)
  if (node.data !== shown) node.data = shown
}

/** The page was given a new text for the node, so that is what is stored. */
export function takeAsWritten(node: Text): void {
  written.delete(node)
}

export function textNodes(root: Node): Text[] {
  if (root.nodeType === Node.TEXT_NODE) return [root as Text]
  const nodes: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text)
  return nodes
}
