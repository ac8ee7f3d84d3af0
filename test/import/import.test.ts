import type { Client } from '#api'
import { withTexts, type PreviewWithTexts } from '../contract/drafts'
import { memoryClient } from '../library/support'
import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { encode } from './encode'

const fixture = await readFile(new URL('../fixtures/import/cooperatives.txt', import.meta.url), 'utf8')
const words = await readFile(new URL('../../resources/word-frequencies.txt', import.meta.url), 'utf8')

type PrepareInput = Parameters<Client['imports']['prepare']>[0]

async function prepare(client: Client, content: BlobPart | File, options: Partial<PrepareInput> = {}, name = 'cooperatives.txt'): Promise<PreviewWithTexts> {
  const files = content instanceof File ? [content] : [new File([content], name)]
  const stream = await client.imports.prepare({ files, ...options })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return withTexts(client, step.value)
  }
}

let client: Client
beforeEach(async () => {
  ({ client } = await memoryClient({ resources: { 'word-frequencies.txt': words } }))
})

const total = async () => (await client.cases.list({})).total

describe('a messy document', () => {
  it('becomes cases with their sections, the line above them a tag and kept in the original', async () => {
    const preview = await prepare(client, fixture)
    expect(preview.files).toMatchObject([{ templateId: 'highlight-features', drafts: 3, encoding: 'utf-8', format: 'txt', splits: [] }])
    expect(preview.drafts.map(({ sections }) => sections.map(({ role, heading }) => `${role} ${heading}`)))
      .toEqual(Array.from({ length: 3 }, () => ['highlight 看點', 'features 特色']))
    expect(preview.drafts.map(({ original }) => original).join('')).toBe(fixture)
    expect(preview.drafts.map(({ tags }) => tags)).toEqual([['合作社'], ['合作社'], ['合作社']])
    expect(preview.warnings.map(({ code, message }) => [code, message])).toEqual([['DAMAGE_FOUND', '平?7贞爢T']])
    expect(await total()).toBe(0)
  })

  it('loses its pinyin and keeps its real brackets', async () => {
    const { drafts } = await prepare(client, fixture)
    const text = drafts.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n')
    expect(text.match(/\([^)]*\)/gu)).toEqual(['(即統購統銷)', '(dǎng yuán)', '(原紡織廠)', '(máo bìng)', '(每周二、周五)'])
    const pinyin = drafts.flatMap(({ repairs }) => repairs.filter(({ kind }) => kind === 'pinyin'))
    expect(pinyin.filter(({ applied }) => applied)).toHaveLength(11)
    expect(pinyin.filter(({ applied }) => !applied).map(({ before }) => before)).toEqual(['(dǎng yuán)', '(máo bìng)'])
    for (const draft of drafts) {
      for (const repair of draft.repairs) expect(draft.original.slice(repair.start, repair.end)).toBe(repair.before)
    }
  })

  it('is offered a reading of its damaged spot, and keeps it until that is accepted', async () => {
    const preview = await prepare(client, fixture)
    const draft = preview.drafts[1]!
    const damage = draft.repairs.find(({ kind }) => kind === 'damage')!
    expect(damage).toMatchObject({ before: '平?7贞爢T', after: '平常服務隊員', applied: false })
    expect(draft.sections[1]!.text).toContain('平?7贞爢T輪班')
    const { imported } = await client.imports.commit({
      previewId: preview.previewId,
      repairs: [{ file: draft.file, id: damage.id, applied: true }],
    })
    const { case: item } = await client.cases.get({ id: imported[1]!.id })
    expect(item.sections[1]!.text).toContain('由平常服務隊員輪班燒飯')
    expect(item.original!.text).toContain('平?7贞爢T輪班')
    expect(item.original!.repairs.find(({ kind }) => kind === 'damage')).toMatchObject({ applied: true, decided: true })
  })

  it('takes every offered repair or none, as asked', async () => {
    const all = await prepare(client, fixture, { accept: 'all' })
    expect(all.drafts.flatMap(({ repairs }) => repairs).every(({ applied }) => applied)).toBe(true)
    const none = await prepare(client, fixture, { accept: 'none' })
    expect(none.drafts.flatMap(({ repairs }) => repairs).some(({ applied }) => applied)).toBe(false)
    expect(none.drafts[2]!.sections[1]!.text).toContain('協(xié)會')
  })

  it('gets titles, organisations, models, regions and periods proposed from its text', async () => {
    const { drafts } = await prepare(client, fixture)
    expect(drafts.map(({ title, organisation, modelName, region, period }) => [title, organisation, modelName, region.province + region.city, period])).toEqual([
      ['浙江省第一批村級共富工坊', '', '', '浙江', ''],
      ['暖灶模式', '', '暖灶模式', '四川成都', ''],
      ['廈門市鼓浪琴行業協會', '廈門市鼓浪琴行業協會', '', '福建厦门', '2018–2021'],
    ])
    expect(drafts[2]!.proposed.toSorted()).toEqual(['organisation', 'period', 'region', 'title'])
  })
})

describe('writing a preview', () => {
  it('is one step that can be undone', async () => {
    const preview = await prepare(client, fixture)
    const result = await client.imports.commit({ previewId: preview.previewId })
    expect(result.imported.map(({ title }) => title)).toEqual(preview.drafts.map(({ title }) => title))
    expect(await total()).toBe(3)
    const { case: item } = await client.cases.get({ id: result.imported[0]!.id })
    expect(item).toMatchObject({ sources: [{ file: 'cooperatives.txt' }], tags: ['合作社'], original: { file: 'cooperatives.txt', encoding: 'utf-8' } })
    expect(item.proposed).toContain('title')
    await client.history.undo()
    expect(await total()).toBe(0)
  })

  it('does nothing with dryRun, but says what would be done', async () => {
    const preview = await prepare(client, fixture)
    const dry = await client.imports.commit({ previewId: preview.previewId, dryRun: true })
    expect(dry).toMatchObject({ change: null, duplicates: [] })
    expect(dry.imported).toHaveLength(3)
    expect(await total()).toBe(0)
    const written = await client.imports.commit({ previewId: preview.previewId })
    expect(written.imported).toEqual(dry.imported)
    expect(written.repairs).toEqual(dry.repairs)
  })

  it('finds the same document a second time, whatever its script, name or file format, and writes nothing', async () => {
    const first = await client.imports.commit({ previewId: (await prepare(client, fixture)).previewId })
    const again = await prepare(client, fixture.replaceAll('\n', '\r\n\r\n'), {}, 'renamed.md')
    expect(again.drafts.map(({ duplicateOf }) => duplicateOf?.id)).toEqual(first.imported.map(({ id }) => id))
    const result = await client.imports.commit({ previewId: again.previewId })
    expect(result).toMatchObject({ imported: [], repairs: [], change: null })
    expect(result.duplicates.map(({ of, file }) => [of, file])).toEqual(first.imported.map(({ id }) => [id, 'renamed.md']))
    expect(await total()).toBe(3)
  })

  it('finds duplicates within the preview, and writes one all the same where told to', async () => {
    const files = [new File([fixture], 'a.txt'), new File([fixture], 'a.txt')]
    const preview = await prepare(client, fixture, { files })
    expect(preview.files.map(({ file }) => file)).toEqual(['a.txt', 'a (2).txt'])
    expect(preview.drafts.slice(3).map(({ duplicateOf }) => duplicateOf?.id)).toEqual(preview.drafts.slice(0, 3).map(({ draftId }) => draftId))
    const decisions = [{ draftId: preview.drafts[4]!.draftId, include: true }, { draftId: preview.drafts[0]!.draftId, include: false }]
    const result = await client.imports.commit({ previewId: preview.previewId, decisions })
    expect(result.imported.map(({ file }) => file)).toEqual(['a.txt', 'a.txt', 'a (2).txt', 'a (2).txt'])
    expect(result.duplicates.map(({ file }) => file)).toEqual(['a (2).txt'])
    expect(await total()).toBe(4)
  })

  it('takes what the user changed in the preview as confirmed', async () => {
    const preview = await prepare(client, fixture)
    const decisions = [{ draftId: preview.drafts[0]!.draftId, title: '共富工坊', tags: ['茶园'], region: { province: '浙江', city: '杭州' } }]
    const { imported } = await client.imports.commit({ previewId: preview.previewId, decisions })
    const { case: item } = await client.cases.get({ id: imported[0]!.id })
    expect(item).toMatchObject({ title: '共富工坊', tags: ['茶园'], region: { province: '浙江', city: '杭州' }, proposed: [] })
  })

  it('says that a preview is gone', async () => {
    const preview = await prepare(client, fixture)
    expect(await client.imports.discard({ previewId: preview.previewId })).toEqual({ discarded: true })
    await expect(client.imports.commit({ previewId: preview.previewId })).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
    await expect(client.imports.resplit({ previewId: preview.previewId, file: 'x', template: 'whole' })).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
  })

  it('keeps the latest five previews', async () => {
    const first = await prepare(client, fixture)
    for (let count = 0; count < 5; count++) await prepare(client, fixture)
    await expect(client.imports.commit({ previewId: first.previewId })).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
  })
})

describe('encodings', () => {
  const simplified = '看点：社区食堂开在老厂房里，老人一餐只收五元。\n特色：商户认领空缺的日子，把名字写在木牌上；每月十五开放厨房，请居民进来挑毛病。\n'
  const traditional = '看點：社區食堂開在老廠房裡，老人一餐只收五元。\n特色：商戶認領空缺的日子，把名字寫在木牌上；每月十五開放廚房，請居民進來挑毛病。\n'

  it.each([
    ['gb18030', simplified], ['gb18030', traditional], ['big5', traditional], ['utf-16le', simplified], ['utf-16be', traditional],
    ['gb18030', '看点：茶园\n特色：分片'], ['big5', '看點：茶園\n特色：分片'], ['utf-16le', '看点：茶园\n特色：分片'],
  ] as const)('reads %s', async (encoding, text) => {
    const { files, drafts, warnings } = await prepare(client, encode(text, encoding))
    expect(files[0]!.encoding).toBe(encoding)
    expect(drafts.map(({ original }) => original)).toEqual([text])
    expect(warnings.filter(({ code }) => code === 'ENCODING_LOSSY')).toEqual([])
  })

  it('takes a byte order mark for what it is', async () => {
    const marked = new Uint8Array([0xff, 0xfe, ...encode(simplified, 'utf-16le')])
    expect((await prepare(client, marked)).drafts[0]!.original).toBe(simplified)
    expect((await prepare(client, `\ufeff${simplified}`)).drafts[0]!.original).toBe(simplified)
  })

  it('reads again what was read in the wrong encoding before it was saved', async () => {
    const asLatin = [...new TextEncoder().encode(simplified)].map((byte) => String.fromCharCode(byte)).join('')
    const preview = await prepare(client, asLatin)
    expect(preview.drafts[0]!.original).toBe(simplified)
    expect(preview.warnings).toMatchObject([{ code: 'ENCODING_UNCERTAIN' }])
    const { repairs } = await client.imports.commit({ previewId: preview.previewId })
    expect(repairs).toMatchObject([{ kind: 'encoding', applied: true }])
    expect((await prepare(client, new TextDecoder('gbk').decode(encode(traditional, 'big5')))).drafts[0]!.original).toBe(traditional)
    expect((await prepare(client, asLatin, { accept: 'none' })).drafts[0]!.original).toBe(asLatin)
  })

  it('says where characters are lost for good', async () => {
    const broken = new TextDecoder('gbk').decode(new TextEncoder().encode(simplified.repeat(3)))
    expect((await prepare(client, broken)).warnings.map(({ code }) => code)).toContain('ENCODING_LOSSY')
    const bytes = new TextEncoder().encode(simplified)
    bytes[40] = 0xff
    const preview = await prepare(client, bytes)
    expect(preview.files[0]!.encoding).toBe('utf-8')
    expect(preview.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['ENCODING_LOSSY', 'DAMAGE_FOUND']))
  })
})

describe('a text without markers', () => {
  const text = '茶园的早晨\n第一片茶园由三户人家照看。\n\n山下的食堂\n食堂每天开两餐。\n\n琴行街\n街上有三十二家琴行。\n'

  it('becomes one case, with other ways to split offered', async () => {
    const preview = await prepare(client, text)
    expect(preview.drafts).toHaveLength(1)
    expect(preview.drafts[0]).toMatchObject({ title: '茶园的早晨', sections: [{ role: 'other' }] })
    expect(preview.warnings).toMatchObject([{ code: 'NO_MARKERS' }])
    expect(preview.files[0]).toMatchObject({ templateId: null, splits: [{ templateId: 'paragraphs', cases: 3 }] })
    const again = await withTexts(client, await client.imports.resplit({ previewId: preview.previewId, file: 'cooperatives.txt', template: 'paragraphs' }))
    expect(again.drafts.map(({ title }) => title)).toEqual(['茶园的早晨', '山下的食堂', '琴行街'])
    expect(again.drafts.map(({ original }) => original).join('')).toBe(text)
    expect(again.warnings).toEqual([])
    expect((await client.imports.commit({ previewId: preview.previewId })).imported).toHaveLength(3)
  })

  it('splits by numbered or Markdown headings', async () => {
    const numbered = '一、茶园\n三户人家照看。\n二、食堂\n每天两餐。\n'
    const byNumber = await prepare(client, numbered, { template: 'headings' })
    expect(byNumber.drafts.map(({ title }) => title)).toEqual(['茶园', '食堂'])
    const hashed = '# 三个例子\n\n## 茶园\n\n三户人家照看。\n\n## 食堂\n\n每天两餐。\n'
    const byHash = await prepare(client, hashed, { template: 'headings' }, 'three.md')
    expect(byHash.drafts.map(({ title }) => title)).toEqual(['三个例子', '茶园', '食堂'])
  })
})

describe('templates', () => {
  it('knows 背景/做法/成效/启示 in either script, numbered, in brackets or bold', async () => {
    const text = '茶园合作社\n一、【背景】\n山高路远。\n二、主要做法：分片管护。\n三、**取得成效**：增收。\n（四）經驗啟示：公开。\n\n社区食堂\n背景：老人多。\n做法：认领空缺。\n成效：三百人用餐。\n'
    const { drafts, files } = await prepare(client, text)
    expect(files[0]!.templateId).toBe('background-practice')
    expect(drafts.map(({ title, sections }) => [title, ...sections.map(({ role, text: words }) => `${role}:${words}`)])).toEqual([
      ['茶园合作社', 'background:山高路远。', 'practice:分片管护。', 'outcome:增收。', 'insight:公开。'],
      ['社区食堂', 'background:老人多。', 'practice:认领空缺。', 'outcome:三百人用餐。'],
    ])
    expect(drafts.every(({ proposed }) => !proposed.includes('title'))).toBe(true)
  })

  it('keeps one case whole when asked, and refuses a template it does not know', async () => {
    expect((await prepare(client, fixture, { template: 'whole' })).drafts).toHaveLength(1)
    await expect(prepare(client, fixture, { template: 'no-such' })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' })
  })

  it('reports a section without text', async () => {
    const preview = await prepare(client, '看点：一\n特色：\n看点：二\n特色：有\n')
    expect(preview.warnings).toMatchObject([{ code: 'EMPTY_SECTION', message: '特色' }])
    expect(preview.drafts[0]!.sections).toHaveLength(1)
  })
})

describe('bad input', () => {
  it.each([
    ['an empty file', new File([], 'a.txt'), 'FILE_EMPTY'],
    ['a file of white space', new File(['\n \n'], 'a.txt'), 'FILE_EMPTY'],
    ['a program renamed', new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])], 'a.txt'), 'FILE_BINARY'],
    ['noise', new File([Uint8Array.from({ length: 5_000 }, (_, index) => (index * index * 31 + index * 7) % 256)], 'a.txt'), 'FILE_BINARY'],
    ['an unknown format', new File(['x'], 'a.xyz'), 'FORMAT_UNSUPPORTED'],
    ['a file without an ending', new File(['x'], 'a'), 'FORMAT_UNSUPPORTED'],
  ])('%s is a warning, and the other files go on', async (_, file, code) => {
    const preview = await prepare(client, fixture, { files: [file, new File([fixture], 'good.txt')] })
    expect(preview.warnings[0]).toMatchObject({ code, file: file.name })
    expect(preview.drafts).toHaveLength(3)
    expect(preview.files.map((info) => info.file)).toEqual(['good.txt'])
  })

  it('a picture renamed is taken for a picture, with a remark, and the other files go on', async () => {
    const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])], 'a.txt')
    const preview = await prepare(client, fixture, { files: [picture, new File([fixture], 'good.txt')] })
    expect(preview.warnings.filter(({ file }) => file === 'a.txt')).toMatchObject([{ code: 'FORMAT_MISLABELLED', message: 'png' }, { code: 'NEEDS_OCR' }])
    expect(preview.pictures).toEqual([{ file: 'a.txt', pages: [{ page: 1, script: null, confidence: null }] }])
    expect(preview.drafts.map((draft) => draft.file)).toEqual(['good.txt', 'good.txt', 'good.txt'])
  })

  it('tells a bundle apart from a document', async () => {
    expect((await prepare(client, new File(['PK'], 'a.jingjian'))).warnings).toMatchObject([{ code: 'FORMAT_UNSUPPORTED', message: 'bundle' }])
  })

  it.each(['a.pdf', 'a.txt', 'a.zip'])('refuses %s of 300 MB by its size, without reading it', async (name) => {
    const large = new File(['%PDF-1.7'], name)
    let reads = 0
    Object.defineProperty(large, 'size', { value: 300 * 1024 * 1024 })
    for (const way of ['arrayBuffer', 'text', 'slice', 'stream'] as const) Object.defineProperty(large, way, { value: () => { reads++; throw new Error('read') } })
    const preview = await prepare(client, fixture, { files: [large, new File([fixture], 'good.txt')] })
    expect(preview.warnings[0]).toMatchObject({ code: 'FILE_TOO_LARGE', file: name })
    expect(preview.drafts).toHaveLength(3)
    expect(reads).toBe(0)
  })

  it('says which file cannot be read', async () => {
    const unreadable = new File(['x'], 'a.txt')
    unreadable.arrayBuffer = () => Promise.reject(new Error('gone'))
    expect((await prepare(client, unreadable)).warnings).toMatchObject([{ code: 'FILE_UNREADABLE', file: 'a.txt' }])
  })

  it('stops when told to', async () => {
    const controller = new AbortController()
    const files = Array.from({ length: 50 }, (_, index) => new File([`第${index}个文件`], `${index}.txt`))
    const stream = await client.imports.prepare({ files }, { signal: controller.signal })
    await stream.next()
    controller.abort()
    await expect((async () => { for await (const step of stream) void step })()).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

describe('Markdown of our own', () => {
  it('comes back as it went out: ids, fields, tags, sources, notes, sections', async () => {
    const preview = await prepare(client, fixture)
    const { imported } = await client.imports.commit({ previewId: preview.previewId })
    await client.cases.edit({ id: imported[0]!.id, set: {
      notes: '## 不是段落\n备注', organisation: '茶园合作社', sources: [{ author: '甲', title: '乙', url: 'https://example.org/a' }],
      sections: [
        { id: 's1', role: 'highlight', heading: '看點', text: '# 大标题\n\n<!-- role: practice -->\n\n正文' },
        { id: 's2', role: 'insight', heading: '', text: '启示一' },
      ],
    } })
    const before = await client.cases.get({ id: imported[0]!.id })
    const stream = await client.exports.create({ format: 'md' })
    let step = await stream.next()
    while (step.done !== true) step = await stream.next()
    const { file } = step.value as { file: File }

    const duplicates = await prepare(client, file)
    expect(duplicates.drafts.map(({ duplicateOf }) => duplicateOf?.id).toSorted()).toEqual(imported.map(({ id }) => id).toSorted())

    const other = (await memoryClient()).client
    const there = await prepare(other, file)
    expect(there.warnings.filter(({ code }) => code !== 'DAMAGE_FOUND')).toEqual([])
    await other.imports.commit({ previewId: there.previewId })
    const after = await other.cases.get({ id: imported[0]!.id })
    const { title, organisation, modelName, region, period, tags, notes } = before.case
    expect(after.case).toMatchObject({ title, organisation, modelName, region, period, tags, notes, proposed: [] })
    expect(after.case.sources).toEqual([{ author: '甲', title: '乙', url: 'https://example.org/a' }])
    expect(after.case.sections.map(({ role, heading, text }) => ({ role, heading, text })))
      .toEqual(before.case.sections.map(({ role, heading, text }) => ({ role, heading, text })))
    expect((await other.cases.list({})).total).toBe(3)
  })

  it('takes front matter of the wrong shape for what is right in it', async () => {
    const text = '---\ntitle: 2015\ntags: 甲, 乙\nregion: 浙江\nid: not-an-id\n---\n# 另一个标题\n\n引子\n\n## 主要做法\n\n分片\n'
    const { drafts } = await prepare(client, text, {}, 'a.md')
    expect(drafts).toMatchObject([{ title: '2015', tags: ['甲', '乙'], region: { province: '', city: '' }, proposed: [] }])
    expect(drafts[0]!.sections.map(({ role, heading, text: words }) => [role, heading, words])).toEqual([['other', '', '引子'], ['practice', '主要做法', '分片']])
    const broken = await prepare(client, '---\n: [\n---\n正文在此\n', {}, 'b.md')
    expect(broken.drafts).toMatchObject([{ title: '正文在此', proposed: ['title'] }])
  })

  it('keeps to itself what the reader of front matter warns of', async () => {
    const warned: unknown[] = []
    const listen = (warning: unknown) => void warned.push(warning)
    process.on('warning', listen)
    await prepare(client, '---\n*itle: 茶山会议\ntags: &a: 甲\n---\n正文在此\n', {}, 'a.md')
    // A warning of the process is told in its next turn.
    await new Promise(setImmediate)
    process.off('warning', listen)
    expect(warned).toEqual([])
  })

  it.each(['【案例一】茶园里的课堂', '**案例一**茶园里的课堂', '案例一：茶园里的课堂'])('begins a case at %s, and names it by what follows', async (head) => {
    const text = `${head}\n做法：协会把课堂搬进茶园。\n成效：来的人一年比一年多。\n${head.replace('一', '二').replace('茶园里的课堂', '师傅带徒弟')}\n做法：请老师傅一对一地教。\n成效：出了十个匠人。\n`
    const { drafts } = await prepare(client, text, {}, 'a.md')
    expect(drafts.map(({ title, sections }) => [title, sections.map(({ role }) => role)])).toEqual([
      ['茶园里的课堂', ['practice', 'outcome']], ['师傅带徒弟', ['practice', 'outcome']],
    ])
  })
})
