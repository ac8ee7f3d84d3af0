import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../src/api'
import { attached } from '../contract/fixtures'
import { memoryClient } from '../library/support'

const made = [
  { title: '云南商会', region: { province: '云南', city: '昆明' }, period: '2015', tags: ['党建', '荣誉/国家级'], notes: '回访' },
  { title: '重庆商会', region: { province: '重庆', city: '' }, period: '2016—2018', tags: ['党建'] },
  { title: '曾氏商会', region: { province: '', city: '' }, period: '', tags: [] },
  { title: '安徽商会', region: { province: '安徽', city: '合肥' }, period: '2018', tags: ['黨建', '服务'] },
  { title: '上海协会', region: { province: '上海', city: '' }, period: '2016', tags: ['服务'] },
]

async function library() {
  const { client, app } = await memoryClient()
  const ids: Record<string, string> = {}
  for (const { tags, ...fields } of made) {
    const { id } = await client.cases.create(fields)
    ids[fields.title] = id
    if (tags.length > 0) await client.cases.tag({ ids: [id], add: tags })
  }
  return { client, app, ids }
}

const titles = async (client: Client, input: Parameters<Client['search']['query']>[0]) => (await client.search.query(input)).hits.map(({ title }) => title)

describe('a search sorted', () => {
  let client: Client
  let ids: Record<string, string>
  beforeAll(async () => void ({ client, ids } = await library()))

  it.each([
    // every reading right: Chóngqìng, Zēng
    ['title', ['安徽商会', '重庆商会', '云南商会', '曾氏商会']],
    ['period', ['安徽商会', '重庆商会', '云南商会', '曾氏商会']],
    ['region', ['曾氏商会', '安徽商会', '重庆商会', '云南商会']],
    ['updated', ['安徽商会', '曾氏商会', '重庆商会', '云南商会']],
  ] as const)('by %s', async (sort, expected) => {
    await client.cases.edit({ id: ids['安徽商会']!, set: { organisation: `改于${sort}` } })
    const all = await client.search.query({ query: '商会', sort })
    if (sort === 'updated') {
      expect([...all.hits.map(({ title }) => title)].sort()).toEqual([...expected].sort())
      const { cases } = await client.cases.list({ query: '商会', sort })
      expect(all.hits.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    } else {
      expect(all.hits.map(({ title }) => title)).toEqual(expected)
    }
    expect(all.hits.every(({ matches }) => matches.some(({ text }) => text === '商会'))).toBe(true)
    const page = await client.search.query({ query: '商会', sort, offset: 1, limit: 2 })
    expect([page.total, ...page.hits.map(({ id }) => id)]).toEqual([4, ...all.hits.slice(1, 3).map(({ id }) => id)])
    expect((await client.search.query({ query: '商会', sort, offset: 4 })).hits).toEqual([])
  })

  it('tells of a part that can never match, and answers the rest', async () => {
    for (const sort of ['relevance', 'title'] as const) {
      expect(await client.search.query({ query: '商会 year:soon', sort })).toMatchObject({ total: 4, problems: [{ code: 'YEAR_INVALID', start: 3, end: 12, text: 'year:soon' }] })
      expect(await client.search.query({ query: 'year:soon', sort })).toMatchObject({ total: 0, hits: [] })
    }
  })

  it('within a tag, or a collection by hand or by query', async () => {
    expect(await titles(client, { query: '商会', tag: '党建', sort: 'title' })).toEqual(['重庆商会', '云南商会'])
    expect(await titles(client, { query: '商会', tag: '荣誉' })).toEqual(['云南商会'])
    const byHand = await client.collections.create({ name: '手选', caseIds: [ids['曾氏商会']!, ids['上海协会']!] })
    expect(await titles(client, { query: '商会', collection: byHand.id })).toEqual(['曾氏商会'])
    const saved = await client.collections.create({ name: '保存', query: 'region:重庆 OR region:上海' })
    expect(await titles(client, { query: '商会', collection: saved.id })).toEqual(['重庆商会'])
    expect((await client.search.facets({ query: '', collection: saved.id })).total).toBe(2)
    await expect(client.search.query({ query: '商会', collection: '01890000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'COLLECTION_NOT_FOUND' })
  })
})

describe('lists', () => {
  it('keep their order whatever changes', async () => {
    const { client, ids } = await library()
    const sorts = ['title', 'updated', 'period', 'region'] as const
    const listed = async (from: Client) => Promise.all(sorts.map(async (sort) => (await from.cases.list({ sort })).cases.map(({ title }) => title)))
    await listed(client)
    await client.cases.edit({ id: ids['云南商会']!, set: { title: '北京商会', period: '2020', region: { province: '北京', city: '' } } })
    await client.cases.delete({ ids: [ids['重庆商会']!] })
    await client.cases.create({ title: '大连商会', period: '2017' })
    await client.history.undo()
    await client.history.redo()
    const [title, , period, region] = await listed(client)
    expect(title).toEqual(['安徽商会', '北京商会', '大连商会', '上海协会', '曾氏商会'])
    expect(period).toEqual(['北京商会', '安徽商会', '大连商会', '上海协会', '曾氏商会'])
    expect(region).toEqual(['大连商会', '曾氏商会', '安徽商会', '北京商会', '上海协会'])
    expect((await client.cases.list({ tag: '荣誉', sort: 'title' })).cases.map((each) => each.title)).toEqual(['北京商会'])
    expect((await client.cases.list({ query: '商会', tag: '服务', offset: 0, limit: 1 }))).toMatchObject({ total: 1, cases: [{ title: '安徽商会' }] })
  })
})

describe('facets', () => {
  let client: Client
  beforeAll(async () => void ({ client } = await library()))
  const shown = async (query: string, kind: string) =>
    (await client.search.facets({ query })).facets.filter((facet) => facet.kind === kind).map(({ value, count, active }) => `${active ? '*' : ''}${value} ${count}`)

  it('count what the cases found have, the most frequent first, then by pinyin', async () => {
    expect(await shown('商会', 'tag')).toEqual(['党建 3', '服务 1', '荣誉 1', '荣誉/国家级 1'])
    expect(await shown('商会', 'region')).toEqual(['安徽 1', '重庆 1', '云南 1'])
    expect(await shown('商会', 'year')).toEqual(['2018 2', '2015 1', '2016 1', '2017 1'])
    expect(await shown('商会', 'has')).toEqual(['period 3', 'region 3', 'tag 3', 'notes 1'])
  })

  it('of a blank query count all', async () => {
    expect((await client.search.facets({ query: ' ' })).total).toBe(5)
    expect(await shown('', 'region')).toEqual(['安徽 1', '重庆 1', '上海 1', '云南 1'])
  })

  it('are active in either script, and pressing one asks for it', async () => {
    expect((await shown('商会 tag:黨建', 'tag'))[0]).toBe('*党建 3')
    expect(await shown('year:2016..2018', 'year')).toContain('*2016..2018 3')
    const { facets } = await client.search.facets({ query: '商会' })
    for (const facet of facets) {
      const pressed = await client.search.facets({ query: facet.query })
      expect([facet.value, pressed.total]).toEqual([facet.value, facet.count])
      expect(pressed.facets.find((each) => each.kind === facet.kind && each.active)?.query).toBe('商会')
    }
  })

  it('are at most twelve of a kind', async () => {
    const { client: full } = await memoryClient()
    const { id } = await full.cases.create({ title: '满' })
    await full.cases.tag({ ids: [id], add: Array.from({ length: 20 }, (_, index) => `标签${index}`) })
    const { facets } = await full.search.facets({ query: 'tag:标签19 tag:标签18' })
    const tags = facets.filter(({ kind }) => kind === 'tag')
    expect([tags.length, tags.filter(({ active }) => active).length]).toEqual([12, 2])
  })
})

describe('everything of a case is found', () => {
  it('its theme by words, and whether it has notes or attachments', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲', notes: '轮值会长' })
    const { id: other } = await client.cases.create({ title: '乙' })
    await client.coding.code({ id, theme: '民主议事', quote: '轮值会长' })
    const { hits } = await client.search.query({ query: '民主議事' })
    expect(hits.map((hit) => hit.id)).toEqual([id])
    expect(hits[0]!.matches[0]!.field).toMatch(/^themes\//u)
    expect((await client.search.query({ query: 'has:notes' })).hits.map((hit) => hit.id)).toEqual([id])
    expect((await client.search.query({ query: '-has:notes' })).hits.map((hit) => hit.id)).toEqual([other])
    expect((await client.search.query({ query: 'has:attachment' })).total).toBe(0)
    await attached(client, other, '附件', '名册.pdf')
    expect((await client.search.query({ query: 'has:attachment' })).hits.map((hit) => hit.id)).toEqual([other])
    expect((await client.search.query({ query: '名册' })).hits[0]).toMatchObject({ id: other })
  })

  it('the text of an attachment that can be read, until it is taken away', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    expect((await client.search.query({ query: '田间党校' })).total).toBe(0)
    const attachment = await attached(client, id, '# 附录\n在茶园里办起田间党校。', '附录.md')
    const { hits } = await client.search.query({ query: '田間黨校' })
    expect(hits[0]?.matches[0]).toMatchObject({ field: `attachments/${attachment.id}`, text: '田间党校' })
    await client.attachments.remove({ id, attachmentId: attachment.id })
    expect((await client.search.query({ query: '田间党校' })).total).toBe(0)
    await client.history.undo()
    expect((await client.search.query({ query: '田间党校' })).total).toBe(1)
  })
})
