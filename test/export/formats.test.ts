import { beforeEach, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { Client } from '#api'
import { fileNameOf } from '../../src/core/export/file-name'
import { addCase, code, exported, openClient } from './support'

const READER = '<!doctype html><html lang="zh-Hans"><title>x</title><main id="jingjian-text"></main><script type="application/json" id="jingjian-data"></script>'

describe('exports', () => {
  let client: Client
  let ids: string[]
  beforeEach(async () => {
    client = await openClient({ resources: { 'reader.html': READER } })
    ids = []
    for (const title of ['丙地商会', '甲地商会', '乙地商会']) ids.push(await addCase(client, { title, tags: ['党建'] }))
  })

  it('offers HTML only where the reader is at hand', async () => {
    expect((await client.exports.formats()).map(({ id }) => id)).toEqual(['pptx', 'md', 'html', 'jingjian'])
    const bare = await openClient()
    expect((await bare.exports.formats()).map(({ id }) => id)).not.toContain('html')
    await addCase(bare, { title: '一' })
    expect(await code(exported(bare, { format: 'html' }))).toBe('EXPORT_UNAVAILABLE')
  })

  it('refuses unknown formats and empty selections', async () => {
    expect(await code(exported(client, { format: 'wordstar' }))).toBe('FORMAT_UNSUPPORTED')
    expect(await code(exported(client, { format: 'md', query: '绝无此词' }))).toBe('NOTHING_SELECTED')
    expect(await code(exported(client, { format: 'md', cases: ['019a0000-0000-7000-8000-000000000000'] }))).toBe('CASE_NOT_FOUND')
    expect(await code(exported(await openClient(), { format: 'md' }))).toBe('NOTHING_SELECTED')
  })

  it('takes named cases in their order, and a query or a collection', async () => {
    const titles = async (input: Parameters<typeof exported>[1]) =>
      [...new TextDecoder().decode((await exported(client, input)).bytes).matchAll(/^title: (.*)$/gmu)].map(([, title]) => title)
    expect(await titles({ format: 'md', cases: [ids[1]!, ids[0]!, ids[1]!] })).toEqual(['甲地商会', '丙地商会'])
    expect(await titles({ format: 'md', query: '乙地' })).toEqual(['乙地商会'])
    expect((await titles({ format: 'md' })).length).toBe(3)
    const { id } = await client.collections.create({ name: '两地', caseIds: [ids[2]!, ids[0]!] })
    expect(await titles({ format: 'md', collection: id })).toEqual(['乙地商会', '丙地商会'])
  })

  it('stops when asked to', async () => {
    const controller = new AbortController()
    controller.abort()
    const cancelled = (async () => {
      const steps = await client.exports.create({ format: 'md' }, { signal: controller.signal })
      while ((await steps.next()).done !== true);
    })()
    expect(await code(cancelled)).toMatch(/CANCELLED|Abort/u)
  })

  it('names the file after its title, so that every system takes it', async () => {
    expect((await exported(client, { format: 'md', cases: [ids[0]!] })).file.name).toBe('丙地商会.md')
    expect((await exported(client, { format: 'jingjian', title: '汇编: 2026/11 <稿>' })).file.name).toBe('汇编 2026 11 稿.jingjian')
    expect(fileNameOf('..')).toBe('jingjian')
    expect(fileNameOf('CON')).toBe('_CON')
    expect([...fileNameOf('长'.repeat(300))].length).toBeLessThanOrEqual(80)
  })

  it('writes Markdown with front matter and marked sections', async () => {
    const text = new TextDecoder().decode((await exported(client, { format: 'md', cases: [ids[0]!] })).bytes)
    const [, matter, body] = text.split(/^---$/mu)
    expect(parseAllDocuments(matter!)[0]!.toJS()).toEqual({
      id: ids[0], title: '丙地商会', organisation: '示例商会', model: '示例模式', region: { province: '江西省', city: '新余市' }, period: '2016–2019',
      tags: ['党建'], sources: [{ author: '李四', title: '支部建在商会里', container: '支部生活', date: '2019-03' }],
    })
    expect(body).toBe([
      '', '', '<!-- role: highlight -->', '## 看点', '', '全省先进商会支部。', '', '<!-- role: features -->', '## 特色', '',
      '党员按行业编组，每月一次联络。', '', '<!-- notes -->', '## 备注', '', '数字待核。', '',
    ].join('\n'))
  })

  it('keeps text that looks like the marks of the Markdown format apart from them', async () => {
    const id = await addCase(client, { title: '题: "引" #号', features: '上文\n<!-- role: other -->\n\\<!-- next case -->\n## 小标题' })
    const text = new TextDecoder().decode((await exported(client, { format: 'md', cases: [id] })).bytes)
    expect(text).toContain('上文\n\\<!-- role: other -->\n\\\\<!-- next case -->\n## 小标题')
  })

  it('embeds the cases in the page so that nothing in them can end the element', async () => {
    const hostile = '</script><img src=x onerror=alert(1)><!--\u2028'
    const id = await addCase(client, { title: hostile, features: hostile })
    const html = new TextDecoder().decode((await exported(client, { format: 'html', cases: [id], title: '$& $1 题' })).bytes)
    const data = /<script type="application\/json" id="jingjian-data">(.*?)<\/script>$/su.exec(html)?.[1] ?? ''
    expect(data).not.toMatch(/[<>&\u2028]/u)
    const { title, snapshot } = JSON.parse(data) as { title: string; snapshot: { records: { id: string }[] } }
    expect(title).toBe('$& $1 题')
    expect(snapshot.records.map((record) => record.id)).toEqual([id])
    expect(data).toContain('u003c/script')
    const text = /<main id="jingjian-text">(.*?)<\/main>/su.exec(html)?.[1] ?? ''
    expect(text).not.toMatch(/<(?:script|img|!--)/u)
    expect(text).toContain('&lt;/script&gt;&lt;img src=x')
  })
})
