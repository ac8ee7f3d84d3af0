import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { loadSampleLibrary } from '#core/import/index'
import { memoryPorts } from '#core/memory'
import { fold } from '#core/text/index'
import { describe, expect, it } from 'vitest'
import { memoryClient } from '../library/support'

const RUN = 12
const sample = new URL('../../../shared/samples/chambers-raw.txt', import.meta.url)
const isThere = existsSync(sample)
if (!isThere) console.warn(`skipped: the sample document is not at ${sample.pathname}`)

const text = await readFile(new URL('../../resources/sample-library.json', import.meta.url), 'utf8')
const resources = { 'sample-library.json': text }
const library = await loadSampleLibrary(memoryPorts({ resources }).resources)

describe('the sample library', () => {
  it('holds eight complete cases and the nine themes of the codebook', () => {
    expect(library.cases).toHaveLength(8)
    for (const item of library.cases) {
      expect(item.sections.map(({ role }) => role)).toEqual(['highlight', 'features'])
      for (const section of item.sections) {
        expect(section.text.length, `${item.title} ${section.role}`).toBeGreaterThanOrEqual(70)
        expect(section.text.length, `${item.title} ${section.role}`).toBeLessThanOrEqual(300)
      }
      expect(item.region.province).not.toBe('')
      expect(item.tags.length).toBeGreaterThanOrEqual(4)
    }
    expect(library.themes).toHaveLength(9)
    expect(new Set([...library.cases, ...library.themes].map(({ id }) => id)).size).toBe(17)
    expect(library.themes.every(({ lexicon }) => lexicon.length >= 10 && new Set(lexicon).size === lexicon.length)).toBe(true)
  })

  it('is written in simplified characters', () => {
    const written = library.cases.map((item) => JSON.stringify(item)).join('')
    expect([...written].filter((character) => /\p{Script=Han}/u.test(character) && fold(character) !== character)).toEqual([])
  })

  it('names each theme in words that the cases use', () => {
    const all = library.cases.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n')
    for (const { name, lexicon } of library.themes) {
      expect(lexicon.filter((term) => all.includes(term)).length, name).toBeGreaterThanOrEqual(3)
    }
  })

  it('comes into an empty library', async () => {
    const { client } = await memoryClient({ resources })
    expect(await client.library.addSample()).toMatchObject({ added: 8 })
    const { cases } = await client.cases.list({})
    expect(cases.map(({ title }) => title)).toEqual([
      '长沙泉州商会', '长沙市眼镜商会', '广州青商会', '江西首家乡镇商会党委', '南京金华商会', '厦门莆田商会', '云南模式', '郑州商会党委',
    ])
    expect(cases.find(({ modelName }) => modelName === '云南模式')?.region).toEqual({ province: '云南', city: '昆明' })
  })

  it.skipIf(!isThere)('says the facts of the sample document in other words', async () => {
    const letters = (words: string) => fold(words).replace(/\([a-zü\u00e0-\u01dc]+\)/gu, '').replace(/[^\p{L}\p{N}]/gu, '')
    const source = letters(await readFile(sample, 'utf8'))
    for (const { title, sections } of library.cases) {
      const own = letters(sections.map((section) => section.text).join('。'))
      const shared = []
      for (let at = 0; at + RUN <= own.length; at++) if (source.includes(own.slice(at, at + RUN))) shared.push(own.slice(at, at + RUN))
      expect(shared, title).toEqual([])
    }
  })
})
