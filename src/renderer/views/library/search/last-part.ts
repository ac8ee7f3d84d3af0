/** A word or a condition, with all that stands between its quotation marks. */
const PART = /-?(?:[a-z]+[:：])?(?:"[^"]*"?|“[^”]*”?|「[^」]*」?|\S+)/giu

/** The last condition of a query and what is left without it; null where nothing would be left. */
export function lastPart(query: string): { part: string; rest: string } | null {
  const parts = [...query.matchAll(PART)]
  const last = parts.at(-1)
  if (last === undefined) return null
  const rest = query.slice(0, last.index).trim().replace(/\s+OR$/u, '')
  return rest === '' || rest === 'OR' ? null : { part: last[0], rest }
}
