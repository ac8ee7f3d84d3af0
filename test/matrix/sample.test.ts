import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../src/api'
import { memoryClient } from '../library/support'
import { simplify } from './simplify'

const sample = new URL('../../../shared/samples/chambers-raw.txt', import.meta.url)
const isThere = existsSync(sample)
if (!isThere) console.warn(`skipped: the sample document is not at ${sample.pathname}`)

describe.skipIf(!isThere)('the eight chambers of the sample document', () => {
  let client: Client
  let ids: string[]

  beforeAll(async () => {
    ({ client } = await memoryClient())
    const stream = await client.imports.prepare({ files: [new File([await readFile(sample, 'utf8')], 'chambers-raw.txt')] })
    let step = await stream.next()
    while (step.done !== true) step = await stream.next()
    ids = (await client.imports.commit({ previewId: step.value.previewId })).imported.map(({ id }) => id)
  })

  it.each(['云南模式', '雲南模式', '云南'])('%s finds the Yunnan case first, marked on its own characters', async (query) => {
    const { hits } = await client.search.query({ query })
    expect(hits[0]!.id).toBe(ids[7])
    const { case: item } = await client.cases.get({ id: ids[7]! })
    for (const { field, start, end, text } of hits[0]!.matches) {
      const section = item.sections.find(({ id }) => field === `sections/${id}`)
      if (section !== undefined) expect(section.text.slice(start, end)).toBe(text)
      expect(simplify(text)).toBe(simplify(query))
    }
    expect(hits.map(({ id }) => id)).not.toContain(ids[6])
  })

  it('have the honours and the named practices that a reader would list', async () => {
    const { rows } = await client.matrix.compare({ ids })
    const cell = (row: string, index: number) => simplify(rows.find(({ id }) => id === row)!.cells[index]!.summary)
    const honours = ['全国先进基层党组织', '先进商会', '第一个商会党组织', '', '先进基层党组织', 'aaaaa商会', '先进社会组织', '先进基层党组织']
    honours.forEach((honour, index) => expect(cell('fact:honour', index)).toContain(honour))
    const practices = ['三比三评', '五同等', '三个一', '', '送光明', '16字', '红色之旅', '云南模式']
    practices.forEach((practice, index) => expect(cell('fact:practice', index)).toContain(practice))
    expect(cell('fact:practice', 1)).toContain('同认定、同培养、同评级、同亮相、同表彰')
    const all = ids.map((_, index) => cell('fact:practice', index)).join()
    for (const figureOfSpeech of ['散落', '助推器', '比翼齐飞', '二代']) expect(all).not.toContain(figureOfSpeech)
  })

  it('show what they share and what is unique at a glance', async () => {
    const { shared, unique } = await client.matrix.compare({ ids })
    const first = shared[0]!
    expect(simplify(first.term)).toBe('先进基层党组织')
    expect(first.caseIds.map((id) => ids.indexOf(id))).toEqual([0, 4, 5, 6, 7])
    expect(shared.map(({ term }) => simplify(term))).toEqual(expect.arrayContaining(['两学一做', '会员企业', '微信群', '社会责任']))
    const lead = ids.map((id) => unique.filter(({ caseId }) => caseId === id).slice(0, 6).map(({ term }) => simplify(term)))
    const expected = ['四部一办四会', '五同等', '心灵茶座', '妈祖文化', '送光明', '16字', '红色之旅', '云南模式']
    expected.forEach((term, index) => expect(lead[index]!.join(), term).toContain(term))
  })
})
