import type { Case } from '#api'
import type { AppContext } from './context'
import { fieldValue, type StoredRecord } from './library'
import type { SearchDocument } from './search'

/** Fills the search engine with every case and keeps it at the library's state, command by command. */
export function keepSearchCurrent(context: AppContext): void {
  const { library, search } = context
  const themes = new ThemeNames(context)
  for (const item of context.cases.all()) search.update(item.id, documentOf(item, themes.of(item.id)))
  library.subscribe({
    changed(ids) {
      const affected = new Set<string>()
      for (const id of ids) {
        const record = library.record(id)
        for (const caseId of record === undefined ? [] : affectedCases(record, context)) affected.add(caseId)
      }
      themes.forget()
      for (const id of affected) {
        const item = context.cases.find(id)
        search.update(id, item === undefined ? null : documentOf(item, themes.of(id)))
      }
    },
  })
}

/** A passage changes its case; a renamed theme changes every case that has a passage coded to it. */
function affectedCases(record: StoredRecord, { library }: AppContext): string[] {
  if (record.kind === 'case') return [record.id]
  if (record.kind === 'passage') return [String(fieldValue(record, 'caseId'))]
  if (record.kind !== 'theme') return []
  return [...library.liveOfKind('passage')]
    .filter((passage) => fieldValue(passage, `themes/${record.id}`) === true)
    .map((passage) => String(fieldValue(passage, 'caseId')))
}

/** Names of the themes each case is coded to, gathered once for any number of cases. */
class ThemeNames {
  private names: Map<string, Set<string>> | null = null

  constructor(private readonly context: AppContext) {}

  of(caseId: string): string[] {
    this.names ??= this.gather()
    return [...(this.names.get(caseId) ?? [])]
  }

  forget(): void {
    this.names = null
  }

  private gather(): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>()
    for (const passage of this.context.library.liveOfKind('passage')) {
      const caseId = String(fieldValue(passage, 'caseId'))
      for (const [field, register] of Object.entries(passage.fields)) {
        if (!field.startsWith('themes/') || register[0].value !== true) continue
        const theme = this.context.library.live(field.slice('themes/'.length), 'theme')
        if (theme === undefined) continue
        names.set(caseId, (names.get(caseId) ?? new Set()).add(String(fieldValue(theme, 'name'))))
      }
    }
    return names
  }
}

export function documentOf(item: Case, themes: string[]): SearchDocument {
  const fields = [
    { field: 'title', text: item.title },
    { field: 'modelName', text: item.modelName },
    { field: 'organisation', text: item.organisation },
    { field: 'region', text: [item.region.province, item.region.city].filter(Boolean).join(' ') },
    { field: 'period', text: item.period },
    ...item.sections.flatMap((section) => [
      { field: `sections/${section.id}/heading`, text: section.heading },
      { field: `sections/${section.id}`, text: section.text },
    ]),
    ...item.tags.map((tag) => ({ field: `tags/${tag}`, text: tag })),
    { field: 'notes', text: item.notes },
    ...item.sources.map((source, index) => ({ field: `sources/${index}`, text: Object.values(source).filter(Boolean).join(' ') })),
  ]
  return {
    id: item.id,
    title: item.title,
    fields: fields.filter(({ text }) => text !== ''),
    tags: item.tags,
    themes,
    region: [item.region.province, item.region.city].filter(Boolean).join(' '),
    period: item.period,
    hasSource: item.sources.length > 0,
  }
}
