import type { AppContext } from '../../context'
import { KnownTexts, nameOfContent, textKeys, type SampleLibrary } from '../../import'
import { newCaseWrites } from '../case'
import { timeAt } from '../clock'
import { DELETED, type Json, type Write } from '../model'
import { isPurged } from '../record'

/** When the sample was written, for its stamps. */
const SAMPLE_MILLISECOND = Date.UTC(2026, 0, 1)

/**
 * The writes that add what the library does not hold of the sample: cases, and the default codebook's themes. The
 * sample's records have fixed ids and, where they are new here, stamps that follow from their content, so that two
 * libraries that both opened it have the same records, and only what somebody edited differs.
 */
export function sampleWrites(context: AppContext, sample: SampleLibrary): Write[] {
  const { library, ports } = context
  const created = new Date(SAMPLE_MILLISECOND).toISOString()
  const now = new Date(ports.clock.now()).toISOString()
  const isNew = (id: string) => library.record(id) === undefined
  const cases = reopened(context, sample.cases)
    .filter(({ id }) => library.live(id, 'case') === undefined)
    .map((item) => newCaseWrites(item.id, isNew(item.id) ? created : now, {
      ...item,
      sections: item.sections.map((section, index) => ({ id: `s${index + 1}`, ...section })),
    }))
  const themes = sample.themes
    .filter(({ id }) => library.live(id, 'theme') === undefined)
    .map((theme, position): Write[] => {
      const write = (field: string, value: Json): Write => ({ record: theme.id, kind: 'theme', field, value })
      return [
        write(DELETED, false), write('name', theme.name), write('definition', theme.definition),
        write('lexicon', theme.lexicon), write('colour', theme.colour), write('position', position),
      ]
    })
  return [...themes, ...cases].flatMap((writes) => (isNew(writes[0]!.record) ? stamped(writes) : writes))
}

/** A case that was purged here can come back under a new id only, and does so unless it has done so already. */
function reopened({ library, cases, ports }: AppContext, samples: SampleLibrary['cases']): SampleLibrary['cases'] {
  const isGone = (id: string): boolean => {
    const record = library.record(id)
    return record !== undefined && isPurged(record)
  }
  if (!samples.some(({ id }) => isGone(id))) return samples
  const known = new KnownTexts(cases.all())
  return samples
    .filter(({ id, sections }) => !isGone(id) || known.find(textKeys(undefined, sections), undefined) === null)
    .map((item) => (isGone(item.id) ? { ...item, id: ports.ids.id() } : item))
}

function stamped(writes: Write[]): Write[] {
  const device = nameOfContent(JSON.stringify(writes))
  return writes.map((write, index) => ({ ...write, version: { device, time: timeAt(SAMPLE_MILLISECOND, index) } }))
}
