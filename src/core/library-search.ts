import type { Case } from '#api'
import { AttachmentTexts } from './attachment-texts'
import { CaseThemes, type CaseFacts } from './coding'
import type { CaseReader, Library } from './library'
import type { Ports } from './ports'
import { createSearchEngine, Names, type SearchDocument, type SearchEngine } from './search'

interface Source {
  library: Library
  cases: CaseReader
  facts: CaseFacts
  ports: Pick<Ports, 'attachments' | 'log' | 'pdf'>
}

/**
 * Search over the library: filled with every case in the background or when it is first asked, so that opening a
 * library does not wait for it, and from then on kept at the library's state, command by command.
 */
export class LibrarySearch {
  readonly themes: CaseThemes
  private readonly engine = createSearchEngine((id) => this.documentOf(id))
  private readonly names = new Names()
  private readonly texts: AttachmentTexts
  /** Cases that are still to be taken in; null before the first. */
  private filling: Iterator<void> | null = null
  private isFilled = false
  private readonly listeners = new Set<(caseIds: Iterable<string>) => void>()

  constructor(private readonly source: Source) {
    this.themes = new CaseThemes(source.library)
    this.texts = new AttachmentTexts(source.ports, (caseIds) => this.takeIn(caseIds))
    source.library.subscribe({ changed: (ids) => this.follow(ids) })
  }

  /** The engine, filled whenever it is asked. */
  asEngine(): SearchEngine {
    return {
      update: (id, document) => this.filledEngine().update(id, document),
      query: (query, options) => this.filledEngine().query(query, options),
      matching: (query) => this.filledEngine().matching(query),
      facets: (query, only) => this.filledEngine().facets(query, only),
      // It reads the one case, so that it need not wait for the others.
      find: (id, text) => this.engine.find(id, text),
      settled: () => this.filledEngine().settled(),
      progress: () => this.filledEngine().progress(),
    }
  }

  /** Every case has been taken in. */
  get isReady(): boolean {
    return this.isFilled
  }

  filledNames(): Names {
    this.filledEngine()
    return this.names
  }

  /** Takes the cases in, one at each step. */
  *fill(): Generator<void> {
    this.filling ??= this.cases()
    while (!this.isFilled) {
      if (this.filling.next().done === true) this.isFilled = true
      yield
    }
  }

  /** Told which cases may have changed, their themes included. */
  subscribe(listener: (caseIds: Iterable<string>) => void): void {
    this.listeners.add(listener)
  }

  /** Resolves once the attachments' texts that are wanted have been read, at the latest after half a second. */
  attachmentsRead(): Promise<void> {
    this.filledEngine()
    return this.texts.settled()
  }

  stop(): Promise<void> {
    return this.texts.stop()
  }

  private filledEngine(): SearchEngine {
    const steps = this.fill()
    while (!this.isFilled) steps.next()
    return this.engine
  }

  private *cases(): Generator<void> {
    for (const { id } of [...this.source.library.liveOfKind('case')]) {
      this.takeIn([id])
      yield
    }
  }

  private follow(ids: string[]): void {
    const caseIds = new Set([...this.themes.follow(ids), ...this.source.facts.follow(ids)])
    for (const id of ids) if (this.source.library.record(id)?.kind === 'case') caseIds.add(id)
    // While it is being filled too: a case that was taken in before may have changed.
    if (this.filling !== null) this.takeIn(caseIds)
    for (const listener of this.listeners) listener(caseIds)
  }

  private documentOf(id: string): SearchDocument | undefined {
    const item = this.source.cases.find(id)
    return item === undefined ? undefined : {
      ...documentOf(item, this.themes.of(id), (attachment) => this.texts.of(id, attachment)),
      hasFact: (value) => this.hasFact(id, value),
    }
  }

  /** Asked of a case when a query wants it: reading the facts of all cases beforehand would take longer than indexing them. */
  private hasFact(id: string, value: string): boolean {
    const item = this.source.cases.find(id)
    return item !== undefined && this.source.facts.has(item, value)
  }

  private takeIn(caseIds: Iterable<string>): void {
    for (const id of caseIds) {
      const document = this.documentOf(id) ?? null
      this.engine.update(id, document)
      this.names.update(id, document)
    }
  }
}

/** Everything of a case that can be found, field by field. */
export function documentOf(item: Case, themes: string[], textOf: (attachment: Case['attachments'][number]) => string): SearchDocument {
  const region = [item.region.province, item.region.city].filter(Boolean).join(' ')
  const fields = [
    { field: 'title', text: item.title },
    { field: 'modelName', text: item.modelName },
    { field: 'organisation', text: item.organisation },
    { field: 'region', text: region },
    { field: 'period', text: item.period },
    ...item.sections.flatMap((section) => [
      { field: `sections/${section.id}/heading`, text: section.heading },
      { field: `sections/${section.id}`, text: section.text },
    ]),
    ...item.tags.map((tag) => ({ field: `tags/${tag}`, text: tag })),
    ...themes.map((theme) => ({ field: `themes/${theme}`, text: theme })),
    { field: 'notes', text: item.notes },
    ...item.sources.map((source, index) => ({ field: `sources/${index}`, text: Object.values(source).filter(Boolean).join(' ') })),
    ...item.attachments.map((attachment) => ({ field: `attachments/${attachment.id}`, text: [attachment.name, textOf(attachment)].filter(Boolean).join('\n') })),
  ]
  return {
    id: item.id,
    title: item.title,
    fields: fields.filter(({ text }) => text !== ''),
    tags: item.tags,
    themes,
    region,
    period: item.period,
    hasSource: item.sources.length > 0,
    hasAttachment: item.attachments.length > 0,
    hasNotes: item.notes !== '',
    hasConflict: item.conflicts.length > 0,
  }
}
