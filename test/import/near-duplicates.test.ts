import type { Client } from '#api'
import { beforeEach, describe, expect, it } from 'vitest'
import { withTexts, type PreviewWithTexts } from '../contract/drafts'
import { memoryClient } from '../library/support'

const simplified = '看点：社区食堂开在老厂房里，老人一餐只收五元，商户认领空缺的日子，把名字写在木牌上。\n特色：每月十五开放厨房，请居民进来挑毛病；挑出来的毛病写在黑板上，改好一条擦去一条，三个月里擦去了四十一条。\n'
const traditional = '看點：社區食堂開在老廠房裡，老人一餐只收五元，商戶認領空缺的日子，把名字寫在木牌上。\n特色：每月十五開放廚房，請居民進來挑毛病；挑出來的毛病寫在黑板上，改好一條擦去一條，半年裡擦去了六十條。\n'
const other = '看点：茶园里的夜校由老茶农讲制茶，学徒白天采茶、晚上听课，学满两年可以考级。\n特色：夜校与三家企业合办，企业出场地和奖学金，结业的人优先进厂。\n'

let client: Client
beforeEach(async () => {
  ({ client } = await memoryClient())
})

async function prepare(...texts: string[]): Promise<PreviewWithTexts> {
  const stream = await client.imports.prepare({ files: texts.map((text, index) => new File([text], `${index}.txt`)) })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return withTexts(client, step.value)
  }
}

async function imported(text: string): Promise<string> {
  const { previewId } = await prepare(text)
  return (await client.imports.commit({ previewId })).imported[0]!.id
}

describe('a draft that is nearly a case of the library', () => {
  it('is found in the other script and with edits, and another case is not', async () => {
    const id = await imported(simplified)
    await imported(other)
    const { drafts } = await prepare(traditional)
    expect(drafts[0]!.duplicateOf).toMatchObject({ id, kind: 'near', inLibrary: true })
    expect(drafts[0]!.duplicateOf!.similarity).toBeGreaterThan(0.8)
    expect(drafts[0]!.duplicateOf!.similarity).toBeLessThan(1)
    expect((await prepare('看点：琴行街上有三十二家琴行，家家门口摆一架旧琴，谁路过都能弹一曲。\n特色：商会请调音师每周来一次。\n')).drafts[0]!.duplicateOf).toBeNull()
  })

  it('is shown beside it with nothing but the differences marked', async () => {
    await imported(simplified)
    const preview = await prepare(traditional)
    const { rows } = await client.imports.compareDuplicate({ previewId: preview.previewId, draftId: preview.drafts[0]!.draftId })
    const marked = (side: 'old' | 'new', kind: string) => rows.flatMap((row) => row[side]).filter((piece) => piece.kind === kind).map(({ text }) => text).join('|')
    expect(marked('old', 'removed')).toMatch(/^三个月\|?四十一条?$/u)
    expect(marked('new', 'added')).toMatch(/^半年\|?六十[條条]?$/u)
    expect(rows.flatMap((row) => row.new).map(({ text }) => text).join('')).toContain('社區食堂開在老廠房裡')
    expect(rows.length).toBeGreaterThan(1)
  })

  it('is kept beside it unless told otherwise, left out, or made its new version with one undo', async () => {
    const id = await imported(simplified)
    await client.cases.edit({ id, set: { notes: '我的笔记' } })
    await client.coding.code({ id, theme: '厨房', quote: '每月十五开放厨房' })
    const kept = await client.imports.commit({ previewId: (await prepare(traditional)).previewId, dryRun: true })
    expect(kept).toMatchObject({ imported: [{ file: '0.txt' }], similar: [{ of: id }], duplicates: [] })
    const skipped = await client.imports.commit({ previewId: (await prepare(traditional)).previewId, duplicates: 'skip' })
    expect(skipped).toMatchObject({ imported: [], duplicates: [{ of: id }], change: null })

    const newer = simplified.replace('四十一条', '六十条')
    const result = await client.imports.commit({ previewId: (await prepare(newer)).previewId, duplicates: 'update' })
    expect(result).toMatchObject({ imported: [], updated: [{ id }], change: { caseIds: [id] } })
    const { case: item, passages } = await client.cases.get({ id })
    expect(item).toMatchObject({ notes: '我的笔记', original: { text: newer } })
    expect(item.sections.map(({ text }) => text).join('\n')).toContain('六十条')
    expect(passages).toMatchObject([{ lost: false, anchor: { exact: '每月十五开放厨房' } }])
    expect(await client.history.versions({ id })).toHaveLength(3)
    await client.history.undo()
    expect((await client.cases.get({ id })).case.original!.text).toBe(simplified)
  })

  it('that is it to the letter has no new version for all, so that decisions about its repairs stay; one asked for by name has', async () => {
    const id = await imported(simplified)
    const all = await client.imports.commit({ previewId: (await prepare(simplified)).previewId, duplicates: 'update' })
    expect(all).toMatchObject({ imported: [], updated: [], duplicates: [{ of: id }], change: null })
    await client.cases.edit({ id, set: { sections: [{ id: 's1', role: 'highlight', heading: '看点', text: '改写过的看点。' }] } })
    const preview = await prepare(simplified)
    const decisions = [{ draftId: preview.drafts[0]!.draftId, duplicate: 'update' as const }]
    expect(await client.imports.commit({ previewId: preview.previewId, decisions })).toMatchObject({ updated: [{ id }] })
    expect((await client.cases.get({ id })).case.sections).toHaveLength(2)
  })

  it('is found among the drafts of one import; the later one is told of', async () => {
    const { drafts } = await prepare(simplified, other, traditional)
    expect(drafts.map(({ duplicateOf }) => duplicateOf?.id)).toEqual([undefined, undefined, drafts[0]!.draftId])
    expect(drafts[2]!.duplicateOf).toMatchObject({ kind: 'near', inLibrary: false })
  })
})
