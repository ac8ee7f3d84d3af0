import type { Accept, ImportWarning, PreviewFile, PreviewTable } from '#api'
import type { AppContext } from '../context'
import { inSlices } from '../slices'
import { prepareCase, type DraftSource, type PreparedCase } from './draft'
import type { TableContent } from './document'
import { encodingsOf } from './encodings'
import { isGeneric } from './generic-words'
import type { LookedFile, PreparedFile } from './prepare'
import type { LaidCase } from './reshape'
import { STATED } from './templates'

const LONGEST_TAG = 12
const SAMPLES = 3
const SLICE_MILLISECONDS = 10
const LONGEST_SAMPLE = 60

export interface SplitFile {
  file: PreparedFile
  info: PreviewFile
  cases: PreparedCase[]
  /** What all the drafts are made with. */
  source: DraftSource
  warnings: ImportWarning[]
}

/** Makes the drafts of a file that was read and cut by `way`, or as fits best; without a cut, as it marks them out by itself. */
export async function splitFile(context: AppContext, { file, split }: LookedFile, way: string | undefined, accept: Accept): Promise<SplitFile> {
  const { document, name, spots } = file
  const source: DraftSource = { file: name, document, spots, accept, tags: [] }
  const warnings: ImportWarning[] = document.warnings.map(({ code, message }) => ({ code, file: name, message }))
  const damage = spots.filter(({ kind }) => kind === 'damage').map((spot): ImportWarning => ({ code: 'DAMAGE_FOUND', file: name, message: spot.before }))
  const stated = document.cases === null ? [] : [{ templateId: STATED, cases: document.cases.length }]
  const finished = async (laid: LaidCase[], told: Pick<PreviewFile, 'templateId' | 'splits'>): Promise<SplitFile> => ({
    file, info: { ...infoOf(file), ...told, drafts: laid.length }, source, warnings: [...warnings, ...damage],
    cases: await inSlices(preparedCases(source, laid), SLICE_MILLISECONDS),
  })

  if (split === null && document.cases === null) {
    warnings.push({ code: 'NEEDS_OCR', file: name, message: '' })
    return finished([], { templateId: null, splits: [] })
  }
  if (split === null) {
    const taken = new Set<string>()
    const laid = document.cases!.map((each) => {
      const own = each.stated.id
      const isFree = own !== undefined && !taken.has(own) && context.library.record(own) === undefined
      const id = isFree ? own : context.ports.ids.id()
      taken.add(id)
      return { id, range: withoutEmpty(each.range), stated: each.stated }
    })
    return finished(laid, { templateId: STATED, splits: [] })
  }
  const heading = split.heading === null ? '' : document.text.slice(split.heading.start, split.heading.end)
  if (heading !== '' && [...heading].length <= LONGEST_TAG && !isGeneric(heading)) source.tags.push(heading)
  if (split.templateId === null && (way === undefined || way === STATED)) warnings.push({ code: 'NO_MARKERS', file: name, message: '' })
  const empty = split.cases.flatMap(({ sections }) => sections.filter(({ start, end, heading: written }) => start === end && written !== ''))
  warnings.push(...empty.map((section): ImportWarning => ({ code: 'EMPTY_SECTION', file: name, message: section.heading })))
  const laid = split.cases.map((range) => ({ id: context.ports.ids.id(), range: withoutEmpty(range), stated: null }))
  return finished(laid, { templateId: split.templateId, splits: [...stated, ...split.others] })
}

function* preparedCases(source: DraftSource, laid: readonly LaidCase[]): Generator<undefined, PreparedCase[]> {
  const cases: PreparedCase[] = []
  for (const each of laid) {
    cases.push(prepareCase(source, each))
    yield undefined
  }
  return cases
}

/** A file whose cases lie anew; drafts whose case is still the same stay as they are. */
export function relaid(split: SplitFile, laid: readonly LaidCase[]): SplitFile {
  const known = new Map(split.cases.map((prepared) => [prepared.laid, prepared]))
  return {
    ...split,
    info: { ...split.info, drafts: laid.length },
    cases: laid.map((each) => known.get(each) ?? prepareCase(split.source, each)),
  }
}

function infoOf(file: PreparedFile): Omit<PreviewFile, 'templateId' | 'splits' | 'drafts'> {
  const { document } = file
  return {
    file: file.name, textId: file.textId, format: file.format, bytes: file.bytes,
    encoding: document.encoding, encodingConfidence: document.encodingConfidence ?? 1, encodings: encodingsOf(file.format),
    tables: (document.tables ?? []).map(shownTable),
  }
}

function shownTable({ name, headings, rows, mapping, remembered = false }: TableContent): PreviewTable {
  return {
    name, rows: rows.length, remembered,
    columns: mapping.map((use, column) => ({
      heading: (headings[column] ?? '').replace(/\s+/gu, ' ').trim(),
      use,
      samples: rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '').slice(0, SAMPLES)
        .map((cell) => [...cell.slice(0, LONGEST_SAMPLE * 2)].slice(0, LONGEST_SAMPLE).join('')),
    })),
  }
}

function withoutEmpty(range: LaidCase['range']): LaidCase['range'] {
  return { ...range, sections: range.sections.filter(({ start, end }) => start < end) }
}
