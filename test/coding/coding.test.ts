import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../src/api'
import { comparedLibrary } from '../matrix/fixtures'

let client: Client
let first: string
let second: string

beforeEach(async () => {
  const library = await comparedLibrary()
  client = library.client
  ;[first, second] = library.ids as [string, string]
})

const themes = async () => (await client.coding.themes()).map(({ name, count }) => [name, count])

describe('coding a quotation to a theme', () => {
  it('makes the theme and the passage, and is found by theme:', async () => {
    const { anchored, change } = await client.coding.code({ id: first, theme: '党员教育', quote: '“两学一做”学习教育' })
    expect(anchored).toBe(true)
    expect(change!.caseIds).toEqual([first])
    expect(await themes()).toEqual([['党员教育', 1]])
    const [passage] = await client.coding.passages({ id: first })
    expect(passage).toMatchObject({ lost: false, anchor: { field: 'sections/s2', exact: '“两学一做”学习教育' } })
    expect((await client.search.query({ query: 'theme:党员教育' })).hits.map(({ id }) => id)).toEqual([first])
  })

  it('a theme of the domain starts with its words and its definition', async () => {
    await client.coding.code({ id: first, theme: '黨員教育', quote: '学习教育' })
    const [theme] = await client.coding.themes()
    expect(theme).toMatchObject({ name: '黨員教育', lexicon: expect.arrayContaining(['两学一做']), definition: expect.stringContaining('学习') })
  })

  it('takes an existing theme by id or by name in either script, and a passage once', async () => {
    const one = await client.coding.code({ id: first, theme: '会员服务', quote: '会员企业' })
    const [theme] = await client.coding.themes()
    const again = await client.coding.code({ id: first, theme: theme!.id, quote: '会员企业' })
    expect(again).toEqual({ passageId: one.passageId, anchored: true, change: null })
    await client.coding.code({ id: second, theme: '會員服務', quote: '会员企业' })
    expect(await themes()).toEqual([['会员服务', 2]])
    expect((await client.coding.passages({ id: second }))[0]!.anchor.exact).toBe('會員企業')
  })

  it('refuses what does not stand there, and writes nothing', async () => {
    await expect(client.coding.code({ id: first, theme: '新主题', quote: '没有这句话' })).rejects.toMatchObject({ code: 'QUOTE_NOT_FOUND' })
    await expect(client.coding.code({ id: 'nowhere', theme: '新主题', quote: '会员' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await themes()).toEqual([])
  })

  it('is taken back by undo as one step, theme and all', async () => {
    await client.coding.code({ id: first, theme: '党员教育', quote: '学习教育' })
    await client.history.undo()
    expect(await themes()).toEqual([])
    expect(await client.coding.passages({ id: first })).toEqual([])
  })
})

describe('taking a coding back', () => {
  it('leaves the passage to its other themes, and with the last one the passage goes', async () => {
    const { passageId } = await client.coding.code({ id: first, theme: '甲', quote: '会员企业' })
    await client.coding.code({ id: first, theme: '乙', quote: '会员企业' })
    const [one, two] = await client.coding.themes()
    await client.coding.uncode({ passageId, themeId: one!.id })
    expect((await client.coding.passages({ id: first })).map(({ themeIds }) => themeIds)).toEqual([[two!.id]])
    await client.coding.uncode({ passageId, themeId: two!.id })
    expect(await client.coding.passages({ id: first })).toEqual([])
    await expect(client.coding.uncode({ passageId, themeId: two!.id })).rejects.toMatchObject({ code: 'PASSAGE_NOT_FOUND' })
    await client.history.undo()
    expect(await client.coding.passages({ id: first })).toHaveLength(1)
  })
})

describe('an edit of the text', () => {
  it('moves the passages with their words, and shows one that was deleted as lost', async () => {
    await client.coding.code({ id: first, theme: '甲', quote: '党员志愿服务队' })
    await client.coding.code({ id: first, theme: '甲', quote: '党建工作基金' })
    const { case: item } = await client.cases.get({ id: first })
    const sections = item.sections.map((section) => ({ ...section, text: `开头加一句。${section.text.replace('设立党建工作基金；', '')}` }))
    await client.cases.edit({ id: first, set: { sections } })
    const passages = await client.coding.passages({ id: first })
    expect(passages.map(({ anchor, lost }) => [anchor.exact, lost])).toEqual([['党员志愿服务队', false], ['党建工作基金', true]])
    const { field, start, end } = passages[0]!.anchor
    expect(sections.find(({ id }) => `sections/${id}` === field)!.text.slice(start, end)).toBe('党员志愿服务队')
  })
})

describe('a theme as a row of a comparison', () => {
  it('has what is coded to it, and behind that what its words suggest, each told apart', async () => {
    await client.coding.code({ id: first, theme: '党员教育', quote: '“两学一做”学习教育' })
    const [theme] = await client.coding.themes()
    const { rows: [row] } = await client.matrix.compare({ ids: [first, second], rows: [`theme:${theme!.id}`] })
    expect(row!.label).toBe('党员教育')
    expect(row!.cells[0]!.passages[0]).toMatchObject({ origin: 'coded', text: '“两学一做”学习教育' })
    expect(row!.cells[0]!.summary).toBe('“两学一做”学习教育')
    expect(row!.cells[1]!.passages.map(({ origin }) => origin)).toContain('suggested')
    expect(row!.cells[1]!.passages[0]!.text).toContain('兩學一做')
  })
})
