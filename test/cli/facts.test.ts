import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLibrary } from '#node/index'
import { CLIPPINGS, commandLine } from './support'

let line: ReturnType<typeof commandLine>
let tea: string
let stone: string
beforeEach(async () => {
  line = commandLine()
  const file = path.join(line.folder, 'clippings.txt')
  writeFileSync(file, CLIPPINGS)
  await line.command(['init'])
  const { json } = await line.command(['import', file, '--json'])
  ;[tea, stone] = json.imported.map(({ id }: { id: string }) => id) as [string, string]
})
afterEach(() => line.remove())

const list = async (...args: string[]) => (await line.command(['facts', ...args, '--json'])).json
const keys = async (...args: string[]) => (await list(...args)).facts.map(({ key }: { key: string }) => key)

describe('facts', () => {
  test('are listed of all cases or of one, with kind, words and the sentence they stand in', async () => {
    const all = await list()
    expect(all).toMatchObject({ cases: 2, total: all.facts.length })
    const money = (await list(tea, '--kind', 'amount')).facts
    expect(money).toMatchObject([{
      caseId: tea, kind: 'amount', text: '35万元', key: expect.any(String), field: expect.stringMatching(/^sections\//u), start: expect.any(Number), end: expect.any(Number), rejected: false,
    }])
    expect(money[0].passage).toMatch(/^特色:.*捐款35万元。$|^协会在茶园.*捐款35万元。$/u)
    expect((await list(stone)).facts.every(({ caseId }: { caseId: string }) => caseId === stone)).toBe(true)
    const plain = await line.command(['facts', tea])
    expect(plain.out).toContain('金额')
    expect(plain.out).toContain('35万元')
    expect((await line.command(['facts', tea, '--lang', 'en'])).out).toMatch(/Amounts.*facts in 1 cases/su)
  })

  test('are filtered by kind, by words in either script, and by query', async () => {
    expect(await keys('--text', '匠心')).toContain('匠心模式')
    expect(await keys('--text', '師徒結對')).toEqual(['师徒结对'])
    expect(await keys('--text', '没有的词')).toEqual([])
    expect((await line.command(['facts', '--text', '没有的词'])).out).toBe('没有这样的要点。\n')
    expect((await list('--query', '石雕')).facts.every(({ caseId }: { caseId: string }) => caseId === stone)).toBe(true)
  })
})

describe('correct', () => {
  test('gives a fact another kind, says it is none, adds one, and takes each back', async () => {
    const other = await line.command(['correct', stone, '匠心模式', '--kind', 'honour', '--json'])
    expect(other).toMatchObject({ status: 0, json: { id: stone, fact: { kind: 'practice', key: '匠心模式' }, kind: 'honour', correctionId: expect.any(String), change: { caseIds: [stone] } } })
    expect(await keys(stone, '--kind', 'honour')).toEqual(['匠心模式'])
    await line.command(['correct', stone, '匠心模式', '--restore'])
    expect(await keys(stone, '--kind', 'practice')).toContain('匠心模式')

    await line.command(['correct', tea, '35万元', '--none'])
    expect(await keys(tea, '--kind', 'amount')).toEqual([])
    expect((await list('--corrected')).facts).toMatchObject([{ caseId: tea, text: '35万元', rejected: true, correctionId: expect.any(String) }])
    await line.command(['correct', tea, '35万元', '--restore'])
    expect(await keys(tea, '--kind', 'amount')).toHaveLength(1)

    const added = await line.command(['correct', tea, '课堂搬进茶园', '--kind', 'practice', '--json'])
    expect(added.json).toMatchObject({ fact: null, kind: 'practice', correctionId: expect.any(String) })
    expect(await keys(tea, '--kind', 'practice')).toContain('课堂搬进茶园')
    expect((await line.command(['undo', '--json'])).json.undone).toBe('fact.add')
    expect(await keys('--corrected')).toEqual([])
  })

  test.each([
    [['35万元'], '--kind'],
    [['35万元', '--none', '--restore'], '--restore'],
    [['35万元', '--kind', 'money'], 'money'],
  ])('%j is wrong usage, told on standard error alone', async (args, mention) => {
    const ran = await line.command(['correct', tea, ...args])
    expect(ran).toMatchObject({ status: 2, out: '' })
    expect(ran.err).toContain(mention)
  })

  test('refuses words that are not in the case, and what was never corrected', async () => {
    expect((await line.command(['correct', tea, '另外一句', '--kind', 'honour', '--json']))).toMatchObject({ status: 1, json: { error: { code: 'QUOTE_NOT_FOUND' } } })
    expect((await line.command(['correct', tea, '另外一句', '--none', '--json']))).toMatchObject({ status: 1, json: { error: { code: 'FACT_NOT_FOUND' } } })
    expect((await line.command(['correct', tea, '35万元', '--restore', '--json']))).toMatchObject({ status: 1, json: { error: { code: 'FACT_NOT_FOUND' } } })
  })

  test('asks which is meant where facts of two kinds have the same words', async () => {
    const library = await openLibrary({ directory: line.directory, create: 'never', nativeDialogs: false })
    await library.client.facts.add({ id: stone, kind: 'honour', quote: '匠心模式' })
    await library.close()
    const unsure = await line.command(['correct', stone, '匠心模式', '--none', '--json'])
    expect(unsure).toMatchObject({ status: 1, json: { error: { code: 'INVALID_INPUT', message: expect.stringMatching(/--was.*honour practice|--was.*practice honour/u) } } })
    expect((await line.command(['correct', stone, '匠心模式', '--was', 'practice', '--none', '--json'])).json.fact).toEqual({ kind: 'practice', key: '匠心模式' })
    expect((await list(stone, '--text', '匠心模式')).facts).toMatchObject([{ kind: 'honour' }])
  })
})

describe('suggest', () => {
  test('lists tags and themes, changes nothing, and gives those that are named', async () => {
    await line.command(['edit', tea, '--set', 'practice=协会建立党支部，开展“一户一档”党员教育培训，组织主题党日活动。'])
    const offers = (await line.command(['suggest', tea, '--json'])).json
    expect(offers).toMatchObject({ id: tea, title: expect.any(String) })
    const [tag] = offers.tags.map((each: { tag: string }) => each.tag)
    const [theme] = offers.themes.map((each: { name: string }) => each.name)
    expect([tag, theme]).toEqual([expect.any(String), expect.any(String)])
    expect((await line.command(['show', tea, '--json'])).json.case.tags).toEqual([])
    expect((await line.command(['suggest', tea])).out).toContain(tag)

    const taken = await line.command(['suggest', tea, '--tag', tag, '--theme', theme, '--json'])
    expect(taken).toMatchObject({ status: 0, json: { taken: { tags: [tag], themes: [theme] }, changes: [{ caseIds: [tea] }, { caseIds: [tea] }] } })
    const shown = (await line.command(['show', tea, '--json'])).json
    expect(shown.case.tags).toEqual([tag])
    expect(shown.passages).toHaveLength(1)
  })

  test('takes nothing where one of the names is not offered', async () => {
    const { tags } = (await line.command(['suggest', tea, '--json'])).json
    const refused = await line.command(['suggest', tea, '--tag', tags[0].tag, '--theme', '没有的主题', '--json'])
    expect(refused).toMatchObject({ status: 1, json: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('“没有的主题”不在建议之中') } } })
    expect((await line.command(['show', tea, '--json'])).json.case.tags).toEqual([])
  })
})

describe('words', () => {
  test('adds words that suggestions then find, and takes them out', async () => {
    expect((await line.command(['words', '--json'])).json).toEqual({ words: [] })
    expect((await line.command(['words'])).out).toContain('词典里还没有词')
    expect((await line.command(['words', '+会员', '+课堂', '--json'])).json).toMatchObject({ words: ['会员', '课堂'], change: { commandId: expect.any(String) } })
    expect((await line.command(['suggest', tea, '--json'])).json.tags).toContainEqual(expect.objectContaining({ tag: '会员', reason: 'dictionary' }))
    expect((await line.command(['words', '-会员'])).out).toMatch(/1 个词\n课堂\n$/u)
    expect(await line.command(['words', '课堂'])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('+ 或 -') })
  })
})
