import { HIGHEST_ROUGH } from './rank'

const BLOCKS = 512

/**
 * So many of the documents with the highest scores, in order; of equal ones those that come first by rank. Of all the others
 * no more is looked at than their score: which score the last one has is told by how often each occurs.
 */
export function best(documents: Uint32Array, scores: Uint16Array, ranks: Uint32Array, count: number): Uint32Array {
  const byOrder = (a: number, b: number) => scores[b]! - scores[a]! || ranks[a]! - ranks[b]!
  if (documents.length <= count) return documents.slice().sort(byOrder)
  const lowest = lowestScore(documents, scores, count)
  const above = documents.filter((document) => scores[document]! > lowest)
  const equal = firstByRank(documents.filter((document) => scores[document] === lowest), ranks, count - above.length)
  const chosen = new Uint32Array(count)
  chosen.set(above.sort(byOrder))
  chosen.set(equal, above.length)
  return chosen
}

/** The score of the last of so many. */
function lowestScore(documents: Uint32Array, scores: Uint16Array, count: number): number {
  const counts = new Uint32Array(HIGHEST_ROUGH + 2)
  for (let at = 0; at < documents.length; at++) counts[scores[documents[at]!]!]!++
  let score = counts.length
  for (let sum = 0; sum < count;) sum += counts[--score]!
  return score
}

function firstByRank(documents: Uint32Array, ranks: Uint32Array, count: number): Uint32Array {
  const byRank = (a: number, b: number) => ranks[a]! - ranks[b]!
  const width = Math.ceil(ranks.length / BLOCKS)
  const counts = new Uint32Array(BLOCKS + 1)
  for (let at = 0; at < documents.length; at++) counts[Math.floor(ranks[documents[at]!]! / width)]!++
  let block = 0
  for (let sum = counts[0]!; sum < count && block < BLOCKS; sum += counts[block]!) block++
  return documents.filter((document) => ranks[document]! < (block + 1) * width).sort(byRank).subarray(0, count)
}
