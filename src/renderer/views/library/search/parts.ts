/** A word or a condition, with all that stands between its quotation marks. */
const PART = /-?(?:[a-z]+[:：])?(?:"[^"]*"?|“[^”]*”?|「[^」]*」?|＂[^＂]*＂?|\S+)/giu

/** Each condition of a query with what is left of the query without it; none where nothing would be left. */
export function withoutEach(query: string): { part: string; rest: string }[] {
  const groups: string[][] = [[]]
  for (const [part] of query.matchAll(PART)) {
    if (part === 'OR') groups.push([])
    else groups.at(-1)!.push(part)
  }
  return groups.flatMap((group, at) => group.map((part, place) => {
    const left = groups.with(at, group.toSpliced(place, 1))
    return { part, rest: left.filter((others) => others.length > 0).map((others) => others.join(' ')).join(' OR ') }
  })).filter(({ rest }) => rest !== '')
}
