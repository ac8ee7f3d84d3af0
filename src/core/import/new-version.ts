import type { Case, Original, Section } from '#api'
import type { AppContext } from '../context'
import { editWrites, write, type Write } from '../library'
import type { WholeDraft } from './draft'
import { fold } from '../text'

/**
 * The writes that make a draft the new version of a case: its sections and its original. What the user has of his own
 * (tags, notes, codings, and every field that says something) stays; a section keeps its id where it is the same one, so
 * that passages find their place. The history keeps the old version.
 */
export function newVersionWrites({ library, cases }: AppContext, id: string, draft: Omit<WholeDraft, 'original'> & { original: Original }): Write[] {
  const current = cases.get(id)
  const { organisation, modelName, region, period, sources } = draft
  const known = new Set(current.sources.map(({ file }) => file))
  const edit = {
    sections: matchedSections(current.sections, draft.sections),
    sources: [...current.sources, ...sources.filter(({ file }) => file === undefined || !known.has(file))],
    ...emptyOnes(current, { organisation, modelName, period }),
    ...(current.region.province === '' ? { region } : {}),
  }
  // Decisions were made about the repairs of the old original; those of the new one have the same names.
  const decisions = Object.keys(library.record(id)?.fields ?? {}).filter((field) => field.startsWith('repairs/'))
  return [
    ...editWrites(id, current, edit, library.record(id)),
    write(id, 'original', draft.original),
    ...decisions.map((field): Write => ({ record: id, kind: 'case', field, value: null })),
  ]
}

function emptyOnes<Fields extends Partial<Pick<Case, 'organisation' | 'modelName' | 'period'>>>(current: Case, fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => value !== '' && current[field as keyof Case] === '')) as Partial<Fields>
}

/** The new sections under the ids of those they follow: of the same role and heading, else of the same role. */
function matchedSections(old: readonly Section[], next: readonly Section[]): Section[] {
  const free = [...old]
  const take = (fits: (section: Section) => boolean) => free.splice(free.findIndex(fits) >>> 0, 1)[0]
  const ids = next.map(({ role, heading }) => take((section) => section.role === role && fold(section.heading) === fold(heading))?.id)
  const used = new Set(old.map(({ id }) => id))
  return next.map((section, index) => ({ ...section, id: ids[index] ?? take(({ role }) => role === section.role)?.id ?? newId(used) }))
}

function newId(used: Set<string>): string {
  let number = used.size + 1
  while (used.has(`s${number}`)) number++
  used.add(`s${number}`)
  return `s${number}`
}
