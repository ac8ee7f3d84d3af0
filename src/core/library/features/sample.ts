import type { AppContext } from '../../context'
import type { SampleLibrary } from '../../import'
import { newCaseWrites } from '../case'
import { DELETED, type Json, type Write } from '../model'

/**
 * The writes that add what the library does not hold of the sample: cases, and the default codebook's themes. The
 * sample's records have fixed ids, so that two libraries that both opened it merge into one set of cases.
 */
export function sampleWrites({ library, ports }: AppContext, sample: SampleLibrary): Write[] {
  const now = new Date(ports.clock.now()).toISOString()
  const cases = sample.cases
    .filter(({ id }) => library.live(id, 'case') === undefined)
    .flatMap((item) => newCaseWrites(item.id, now, {
      ...item,
      sections: item.sections.map((section, index) => ({ id: `s${index + 1}`, ...section })),
    }))
  const themes = sample.themes
    .filter(({ id }) => library.live(id, 'theme') === undefined)
    .flatMap((theme, position): Write[] => {
      const write = (field: string, value: Json): Write => ({ record: theme.id, kind: 'theme', field, value })
      return [
        write(DELETED, false), write('name', theme.name), write('definition', theme.definition),
        write('lexicon', theme.lexicon), write('colour', theme.colour), write('position', position),
      ]
    })
  return [...themes, ...cases]
}
