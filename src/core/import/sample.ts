import { Case, Section, Theme } from '#api'
import lexicon from '#resources/lexicon.json'
import * as z from 'zod'
import type { ResourcesPort } from '../ports'

const SampleCase = Case
  .pick({ id: true, title: true, organisation: true, modelName: true, region: true, period: true, tags: true, notes: true, sources: true })
  .extend({ sections: z.array(Section.omit({ id: true })) })

/** A theme of the default codebook; its definition and words are those of the lexicon's group of that name. */
const SampleTheme = Theme.pick({ id: true, name: true, colour: true }).transform((theme) => {
  const group = lexicon.groups.find(({ name }) => name === theme.name)
  return { ...theme, definition: group?.definition ?? '', lexicon: group?.terms ?? [] }
})

const SampleLibrary = z.object({ cases: z.array(SampleCase), themes: z.array(SampleTheme) })

/** Cases to try the program with, and the default codebook. Their ids are fixed. */
export type SampleLibrary = z.infer<typeof SampleLibrary>

/** What `resources/sample-library.json` holds; nothing where this host does not carry it. */
export async function loadSampleLibrary(resources: ResourcesPort): Promise<SampleLibrary> {
  const text = await resources.text('sample-library.json')
  return text === null ? { cases: [], themes: [] } : SampleLibrary.parse(JSON.parse(text))
}
