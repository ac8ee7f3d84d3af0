/** Where a tag stands among the others: `a/b` beneath `a` where that is a tag of its own, and in full where it is not. */
export function placeInTree(tag: string, known: ReadonlySet<string>): { depth: number; label: string } {
  let depth = 0
  let shownFrom = 0
  for (let slash = tag.indexOf('/'); slash > 0; slash = tag.indexOf('/', slash + 1)) {
    if (!known.has(tag.slice(0, slash))) continue
    depth++
    shownFrom = slash + 1
  }
  return { depth, label: tag.slice(shownFrom) }
}
