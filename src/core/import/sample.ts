import { Case, Section, Theme } from '#api'
import * as z from 'zod'
import type { ResourcesPort } from '../ports'

const SampleCase = Case
  .pick({ id: true, title: true, organisation: true, modelName: true, region: true, period: true, tags: true, notes: true, sources: true })
  .extend({ sections: z.array(Section.omit({ id: true })) })

const SampleLibrary = z.object({
  cases: z.array(SampleCase),
  themes: z.array(Theme.omit({ position: true })),
})

/** Cases to try the program with, and the default codebook. Their ids are fixed. */
export type SampleLibrary = z.infer<typeof SampleLibrary>

/** What `resources/sample-library.json` holds; nothing where this host does not carry it. */
export async function loadSampleLibrary(resources: ResourcesPort): Promise<SampleLibrary> {
  const text = await resources.text('sample-library.json')
  return text === null ? { cases: [], themes: [] } : SampleLibrary.parse(JSON.parse(text))
}
