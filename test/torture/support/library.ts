import { openLibrary, type OpenLibrary } from '#node/index'
import type { Disk } from '#node/disk'

/** What goes wrong on purpose need not be logged. */
const silent = { error: () => undefined }

export function openQuietly(directory: string, options: { create?: 'never' | 'ifMissing'; disk?: Disk } = {}): Promise<OpenLibrary> {
  const { create = 'ifMissing', disk } = options
  return openLibrary({ directory, create, nativeDialogs: false, log: silent, ...(disk === undefined ? {} : { disk }) })
}

/** Opens, looks, closes. A library that needed no repair and cannot be written is told of, since every fault must leave one that can. */
export async function withLibrary<Result>(directory: string, look: (library: OpenLibrary) => Promise<Result>): Promise<Result> {
  const library = await openQuietly(directory, { create: 'never' })
  try {
    return await look(library)
  } finally {
    await library.close()
  }
}

/** Makes a library with `cases` cases, one command each; gives their titles. */
export async function makeLibrary(directory: string, cases: number): Promise<string[]> {
  const library = await openQuietly(directory)
  const titles = Array.from({ length: cases }, (_, index) => `案例${index}`)
  for (const title of titles) await library.client.cases.create({ title })
  await library.close()
  return titles
}

export async function titlesIn(library: OpenLibrary): Promise<string[]> {
  return (await library.client.cases.list({})).cases.map(({ title }) => title)
}

export async function missingTitles(library: OpenLibrary, titles: string[]): Promise<string[]> {
  const found = new Set(await titlesIn(library))
  return titles.filter((title) => !found.has(title))
}

/** The outcome of a trial from what is missing. */
export function lossOf(missing: string[]): string | null {
  return missing.length === 0 ? null : `${missing.length} lost, such as ${missing[0]}`
}
