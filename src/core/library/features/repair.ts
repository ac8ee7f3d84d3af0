import { AppError, type Case, type Repair, type RepairKind } from '#api'
import { write } from '../case'
import type { Write } from '../model'

const CONTEXT_LENGTH = 12
/** So many characters around a spot must still stand as they did, or all there are, for it to be found. */
const CONTEXT_NEEDED = 4

interface Decision {
  applied: boolean
  after?: string | undefined
}

/**
 * The writes that apply an offered repair to the sections' text, or take an applied one back. The spot is found by the
 * characters around it, since the sections may have been edited.
 * @throws AppError REPAIR_NOT_FOUND, or QUOTE_NOT_FOUND where the text was changed at the spot.
 */
export function repairWrites(item: Case, decision: Decision & { repairId: string }): Write[] {
  const repair = item.original?.repairs.find(({ id }) => id === decision.repairId)
  if (repair === undefined) throw new AppError('REPAIR_NOT_FOUND', { id: decision.repairId })
  const texts = textsOf(item)
  if (!decide(item, texts, repair, decision)) throw new AppError('QUOTE_NOT_FOUND', { detail: presentOf(repair) })
  return [remembered(item, repair, decision), ...textWrites(item, texts)]
}

/**
 * As `repairWrites`, for all repairs of a kind that have a reading and are not so yet, or of every kind.
 * @returns also the ids of those whose text was changed since, which stay as they are.
 */
export function kindWrites(item: Case, kind: RepairKind | undefined, applied: boolean): { writes: Write[]; missed: string[] } {
  const texts = textsOf(item)
  const writes: Write[] = []
  const missed: string[] = []
  for (const repair of item.original?.repairs ?? []) {
    const isMeant = (kind === undefined || repair.kind === kind) && repair.after !== repair.before && (repair.applied !== applied || !repair.decided)
    if (!isMeant) continue
    if (decide(item, texts, repair, { applied })) writes.push(remembered(item, repair, { applied }))
    else missed.push(repair.id)
  }
  return { writes: [...writes, ...textWrites(item, texts)], missed }
}

/** Changes the texts; false where the spot is not found. */
function decide(item: Case, texts: Map<string, string>, repair: Repair, decision: Decision): boolean {
  const present = presentOf(repair)
  const wanted = decision.applied ? decision.after ?? repair.after : repair.before
  if (present === wanted) return true
  const spot = findSpot(item, texts, repair, present)
  if (spot === null) return false
  const text = texts.get(spot.section)!
  texts.set(spot.section, text.slice(0, spot.at) + wanted + text.slice(spot.at + present.length))
  return true
}

function presentOf(repair: Repair): string {
  return repair.applied ? repair.after : repair.before
}

function remembered(item: Case, repair: Repair, { applied, after = repair.after }: Decision): Write {
  return write(item.id, `repairs/${repair.id}`, { applied, after })
}

function textsOf({ sections }: Case): Map<string, string> {
  return new Map(sections.map(({ id, text }) => [id, text]))
}

function textWrites({ id, sections }: Case, texts: ReadonlyMap<string, string>): Write[] {
  return sections.filter((section) => texts.get(section.id) !== section.text).map((section) => write(id, `sections/${section.id}/text`, texts.get(section.id)!))
}

/** The place whose surroundings are most like the original's, as it stands or with its repairs. */
function findSpot(item: Case, texts: ReadonlyMap<string, string>, repair: Repair, present: string): { section: string; at: number } | null {
  const contexts = contextsOf(item, repair)
  const needed = Math.min(CONTEXT_NEEDED, ...contexts.map(({ before, after }) => before.trim().length + after.trim().length))
  let best: { section: string; at: number; score: number } | null = null
  for (const [section, text] of texts) {
    // A repair that only takes away leaves nothing behind: then every place of the text is looked at, its end included.
    for (let at = text.indexOf(present); at >= 0; at = at < text.length ? text.indexOf(present, at + 1) : -1) {
      const score = Math.max(...contexts.map(({ before, after }) => commonBefore(text, at, before) + commonAfter(text, at + present.length, after)))
      if (score > (best?.score ?? (present === '' ? needed - 1 : -1))) best = { section, at, score }
    }
  }
  return best
}

/** The characters around a repair in the original, and as its neighbours were repaired. */
function contextsOf(item: Case, repair: Repair): { before: string; after: string }[] {
  const text = item.original?.text ?? ''
  const others = (item.original?.repairs ?? []).filter(({ applied, id }) => applied && id !== repair.id)
  const reach = CONTEXT_LENGTH * 4
  const from = Math.max(0, repair.start - reach)
  const repaired = (start: number, end: number) => {
    let written = ''
    let at = start
    for (const other of others.filter((each) => each.start >= start && each.end <= end).toSorted((a, b) => a.start - b.start)) {
      written += text.slice(at, other.start) + other.after
      at = other.end
    }
    return written + text.slice(at, end)
  }
  return [
    { before: text.slice(Math.max(0, repair.start - CONTEXT_LENGTH), repair.start), after: text.slice(repair.end, repair.end + CONTEXT_LENGTH) },
    { before: repaired(from, repair.start).slice(-CONTEXT_LENGTH), after: repaired(repair.end, repair.end + reach).slice(0, CONTEXT_LENGTH) },
  ]
}

function commonBefore(text: string, at: number, before: string): number {
  let length = 0
  while (length < before.length && length < at && text[at - 1 - length] === before[before.length - 1 - length]) length++
  return length
}

function commonAfter(text: string, at: number, after: string): number {
  let length = 0
  while (length < after.length && text[at + length] === after[length]) length++
  return length
}
