import { AppError, type Case, type Repair } from '#api'
import { write } from '../case'
import type { Write } from '../model'

const CONTEXT_LENGTH = 12

/**
 * The writes that apply an offered repair to the sections' text, or take an applied one back. The spot is found by the
 * characters around it in the original, since the sections may have been edited.
 * @throws AppError REPAIR_NOT_FOUND, or QUOTE_NOT_FOUND where the text was changed at the spot.
 */
export function repairWrites(item: Case, decision: { repairId: string; applied: boolean; after?: string | undefined }): Write[] {
  const repair = item.original?.repairs.find(({ id }) => id === decision.repairId)
  if (repair === undefined) throw new AppError('REPAIR_NOT_FOUND', { id: decision.repairId })
  const after = decision.after ?? repair.after
  const present = repair.applied ? repair.after : repair.before
  const wanted = decision.applied ? after : repair.before
  const remember = write(item.id, `repairs/${repair.id}`, { applied: decision.applied, after })
  if (present === wanted) return [remember]
  const spot = findSpot(item, repair, present)
  if (spot === null) throw new AppError('QUOTE_NOT_FOUND', { detail: present })
  return [remember, write(item.id, `sections/${spot.section}/text`, spot.head + wanted + spot.tail)]
}

function findSpot(item: Case, repair: Repair, present: string): { section: string; head: string; tail: string } | null {
  const original = item.original?.text ?? ''
  const before = original.slice(Math.max(0, repair.start - CONTEXT_LENGTH), repair.start)
  const after = original.slice(repair.end, repair.end + CONTEXT_LENGTH)
  let best: { section: string; head: string; tail: string; score: number } | null = null
  for (const { id, text } of item.sections) {
    // A repair that only takes away leaves nothing behind: then every place of the text is looked at, its end included.
    for (let at = text.indexOf(present); at >= 0; at = at < text.length ? text.indexOf(present, at + 1) : -1) {
      const head = text.slice(0, at)
      const tail = text.slice(at + present.length)
      const score = commonLength(reversed(head), reversed(before)) + commonLength(tail, after)
      if (present === '' && score === 0) continue
      if (best === null || score > best.score) best = { section: id, head, tail, score }
    }
  }
  return best
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
