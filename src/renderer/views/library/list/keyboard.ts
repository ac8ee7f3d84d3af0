/** The row that a key goes to from `active` (-1 for none); null for keys that do not move. `page` is rows per screen. */
export function moveFor(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null
  const to: Record<string, number> = {
    ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1,
  }
  const target = to[key]
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target))
}
