import { readFileSync } from 'node:fs'
import { loadSampleLibrary } from '#core/import/index'
import { documentOf } from '#core/library-search'
import { memoryPorts } from '#core/memory'
import type { SearchDocument } from '#core/search/index'

/** Names for the cases of the sample library, in the order in which it holds them. */
const NAMES = ['jiangxi', 'nanjing', 'guangzhou', 'xiamen', 'glasses', 'quanzhou', 'zhengzhou', 'yunnan']

const text = readFileSync(new URL('../../../resources/sample-library.json', import.meta.url), 'utf8')
const { cases } = await loadSampleLibrary(memoryPorts({ resources: { 'sample-library.json': text } }).resources)

/** The library that ships with the program, each case by a name instead of its id. */
export const sampleLibrary: SearchDocument[] = cases.map((item, index) => documentOf({
  ...item,
  id: NAMES[index]!,
  sections: item.sections.map((section, order) => ({ ...section, id: `s${order + 1}` })),
  attachments: [], proposed: [], original: null, conflicts: [], createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
}, [], () => ''))
