import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../src/api'
import { memoryClient } from '../library/support'

const resources = { 'word-frequencies.txt': readFileSync(new URL('../../resources/word-frequencies.txt', import.meta.url), 'utf8') }

describe('cases like a case', () => {
  let client: Client
  const ids: Record<string, string> = {}
  const make = async (name: string, text: string, tags: string[] = [], region = '') => {
    const { id } = await client.cases.create({
      title: name, region: { province: region, city: '' }, sections: [{ id: 's', role: 'practice', heading: '', text }],
    })
    if (tags.length > 0) await client.cases.tag({ ids: [id], add: tags })
    ids[name] = id
  }
  const like = async (name: string) => (await client.search.related({ id: ids[name]! })).cases

  beforeAll(async () => {
    ({ client } = await memoryClient({ resources }))
    await make('甲', '商会推行“五同等”制度，让流动党员与本地党员一样。', ['党建'], '云南')
    await make('乙', '協會同樣實行“五同等”制度，由秘書處負責聯絡。')
    await make('丙', '在茶园里种植茶叶，采茶制茶，请茶农讲课。', ['党建'], '云南')
    await make('丁', '茶農種植茶葉，開辦製茶作坊。')
    await make('戊', '石雕匠人在作坊里带徒弟。')
  })

  it('share a practice first, and say so, in the script of the open case', async () => {
    const [first] = await like('甲')
    expect(first).toMatchObject({ id: ids['乙'], title: '乙', shared: [{ kind: 'practice', text: '五同等' }, { kind: 'term', text: '制度' }] })
    expect((await like('乙'))[0]).toMatchObject({ id: ids['甲'], shared: [{ kind: 'practice', text: '五同等' }, { kind: 'term', text: '制度' }] })
  })

  it('share tags, region and words of the text, simplified and traditional alike', async () => {
    const found = await like('丙')
    expect(found.find(({ id }) => id === ids['甲'])!.shared).toEqual([{ kind: 'tag', text: '党建' }, { kind: 'region', text: '云南' }])
    const tea = (await like('丁'))[0]!
    expect(tea.id).toBe(ids['丙'])
    expect(tea.shared.map(({ text }) => text)).toEqual(expect.arrayContaining(['茶農', '茶葉', '種植']))
    expect(found.find(({ id }) => id === ids['丁'])!.shared.map(({ text }) => text)).toEqual(expect.arrayContaining(['茶农', '茶叶', '种植']))
  })

  it('come best first, with scores from 0 to 1, never the case itself', async () => {
    for (const name of Object.keys(ids)) {
      const found = await like(name)
      expect(found.map(({ id }) => id)).not.toContain(ids[name])
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
      expect(found.every(({ score, shared }) => score > 0 && score <= 1 && shared.length > 0)).toBe(true)
    }
    expect((await client.search.related({ id: ids['甲']!, limit: 1 })).cases).toHaveLength(1)
  })

  it('follow edits, deletions and themes', async () => {
    await client.cases.edit({ id: ids['戊']!, set: { sections: [{ id: 's', role: 'practice', heading: '', text: '石雕商会也搞“五同等”制度。' }] } })
    expect((await like('甲')).slice(0, 2).map(({ title }) => title).sort()).toEqual(['乙', '戊'])
    await client.cases.delete({ ids: [ids['乙']!] })
    expect((await like('甲')).map(({ title }) => title)).not.toContain('乙')
    await client.history.undo()
    expect((await like('甲')).map(({ title }) => title)).toContain('乙')
    await client.coding.code({ id: ids['丁']!, theme: '传承', quote: '製茶作坊' })
    await client.coding.code({ id: ids['戊']!, theme: '传承', quote: '石雕商会' })
    expect((await like('丁')).find(({ id }) => id === ids['戊'])!.shared).toContainEqual({ kind: 'theme', text: '传承' })
  })

  it('of a case that is not there fail', async () => {
    await expect(client.search.related({ id: 'none' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  })

  it('are found without word frequencies too, by what has a name', async () => {
    const { client: bare } = await memoryClient()
    const [first, second] = [await bare.cases.create({ title: '一' }), await bare.cases.create({ title: '二' })]
    await bare.cases.tag({ ids: [first.id, second.id], add: ['同'] })
    expect((await bare.search.related({ id: first.id })).cases).toMatchObject([{ id: second.id, shared: [{ kind: 'tag', text: '同' }] }])
  })
})

describe('the sample library', () => {
  it('has like cases that say why: those of the same city and kind before others', async () => {
    const { client } = await memoryClient({ resources: { ...resources, 'sample-library.json': readFileSync(new URL('../../resources/sample-library.json', import.meta.url), 'utf8') } })
    await client.library.addSample()
    const { cases } = await client.cases.list({})
    const idOf = (title: string) => cases.find((each) => each.title === title)!.id
    const { cases: found } = await client.search.related({ id: idOf('长沙泉州商会') })
    expect(found).toHaveLength(5)
    // The one case that also names 两学一做, then the one of the same city.
    expect(found.slice(0, 2).map(({ title }) => title)).toEqual(['云南模式', '长沙市眼镜商会'])
    expect(found[0]!.shared[0]).toEqual({ kind: 'practice', text: '两学一做' })
    expect(found[1]!.shared).toEqual(expect.arrayContaining([{ kind: 'tag', text: '党员教育' }, { kind: 'region', text: '湖南' }]))
    // All eight are about chambers.
    expect(found.flatMap(({ shared }) => shared.map(({ text }) => text))).not.toContain('商会')
  })
})
