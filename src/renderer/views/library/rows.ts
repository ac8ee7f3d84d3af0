import type { CaseSummary, Hit } from '#api'

export interface Row extends CaseSummary {
  hit: Hit | undefined
}

/** The summaries that were hit: best hit first, or in the order of the summaries. */
export function joinHits(summaries: readonly CaseSummary[], hits: readonly Hit[], byRelevance: boolean): Row[] {
  if (byRelevance) {
    const byId = new Map(summaries.map((summary) => [summary.id, summary]))
    return hits.flatMap((hit) => {
      const summary = byId.get(hit.id)
      return summary === undefined ? [] : [{ ...summary, hit }]
    })
  }
  const byId = new Map(hits.map((hit) => [hit.id, hit]))
  return summaries.flatMap((summary) => {
    const hit = byId.get(summary.id)
    return hit === undefined ? [] : [{ ...summary, hit }]
  })
}
