import { AppError, Template } from '#api'
import type { AppContext } from '../context'
import { DELETED, fieldValue, tombstone, type Json, type StoredRecord, type Write } from '../library'
import { comparePinyin } from '../text'
import { templates } from './templates'

const KIND = 'template'

/** The templates that come with the program, then the user's own, by name. */
export function templatesOf({ library }: Pick<AppContext, 'library'>): Template[] {
  const own = Array.from(library.liveOfKind(KIND), templateOf).filter((template) => template !== null)
  return [...templates, ...own.sort((a, b) => comparePinyin(a.name, b.name))]
}

/** The writes that keep a template. */
export function templateWrites(id: string, { name, sections, caseMarkers }: Pick<Template, 'name' | 'sections' | 'caseMarkers'>): Write[] {
  const write = (field: string, value: Json): Write => ({ record: id, kind: KIND, field, value })
  return [write(DELETED, false), write('name', name), write('sections', sections.map(({ role, markers }) => ({ role, markers }))), write('caseMarkers', caseMarkers)]
}

/** @throws AppError TEMPLATE_NOT_FOUND where there is none of the user's own with this id. */
export function templateDeletion({ library }: Pick<AppContext, 'library'>, id: string): Write[] {
  return [{ record: id, kind: KIND, field: DELETED, value: tombstone(ownTemplate(library, id)) }]
}

/** @throws AppError TEMPLATE_NOT_FOUND. */
export function ownTemplate(library: AppContext['library'], id: string): StoredRecord {
  const record = library.live(id, KIND)
  if (record === undefined) throw new AppError('TEMPLATE_NOT_FOUND', { id })
  return record
}

/** Null where the record cannot be read. */
function templateOf(record: StoredRecord): Template | null {
  const field = (name: string) => fieldValue(record, name)
  return Template.safeParse({ id: record.id, name: field('name'), sections: field('sections'), caseMarkers: field('caseMarkers') ?? [], own: true }).data ?? null
}
