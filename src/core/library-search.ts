import type { Case } from '#api'
import type { AppContext } from './context'
import { fieldValue, type StoredRecord } from './library'
import type { SearchDocument, SearchEngine } from './search'

type Source = Pick<AppContext, 'library' | 'cases'>

/**
 * Search over the library: filled with every case when it is first asked, so that opening a library does not wait for
 * it, and from then on kept at the library's state, command by command.
 */
export function librarySearch(source: Source, engine: SearchEngine): SearchEngine {
  const themes = new ThemeNames(source)
  let isFilled = false
  const filled = () => {
    if (isFilled) return engine
    for (const item of source.cases.all()) engine.update(item.id, documentOf(item, themes.of(item.id)))
    isFilled = true
    return engine
  }
  source.library.subscribe({
    changed(ids) {
      themes.forget()
      if (!isFilled) return
      for (const id of affectedCases(ids, source)) {
        const item = source.cases.find(id)
        engine.update(id, item === undefined ? null : documentOf(item, themes.of(id)))
      }
    },
  })
  return {
    update: (id, document) => filled().update(id, document),
    query: (query, options) => filled().query(query, options),
    matching: (query) => filled().matching(query),
    facets: (query, only) => filled().facets(query, only),
    find: (id, text) => filled().find(id, text),
    settled: () => filled().settled(),
    progress: () => filled().progress(),
  }
}

function affectedCases(ids: string[], source: Source): Set<string> {
  const records = ids.map((id) => source.library.record(id)).filter((record) => record !== undefined)
  return new Set(records.flatMap((record) => casesOf(record, source)))
}

/** A passage changes its case; a renamed theme changes every case that has a passage coded to it. */
function casesOf(record: StoredRecord, { library }: Source): string[] {
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

  constructor(private readonly source: Source) {}

  of(caseId: string): string[] {
    this.names ??= this.gather()
    return [...(this.names.get(caseId) ?? [])]
  }

  forget(): void {
    this.names = null
  }

  private gather(): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>()
    for (const passage of this.source.library.liveOfKind('passage')) {
      const caseId = String(fieldValue(passage, 'caseId'))
      for (const [field, register] of Object.entries(passage.fields)) {
        if (!field.startsWith('themes/') || register[0].value !== true) continue
        const theme = this.source.library.live(field.slice('themes/'.length), 'theme')
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
    hasConflict: item.conflicts.length > 0,
  }
}
