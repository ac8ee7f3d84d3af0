import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandLine } from './support'

const TEXT = '【亮点一】茶园里的课堂\n经过：协会把课堂搬进茶园，会员都来听课。\n收获：来的人一年比一年多。\n【亮点二】师傅带徒弟\n经过：商会请老师傅一对一地教。\n收获：三年里出了十个匠人。\n'

let line: ReturnType<typeof commandLine>
beforeEach(async () => {
  line = commandLine()
  await line.command(['init'])
})
afterEach(() => line.remove())

const add = (...args: string[]) => line.command(['templates', 'add', '经过收获', '--section', 'practice=经过', '--section', 'outcome=收获,所得', '--case', '【亮点#】', ...args])
const own = async () => (await line.command(['templates', '--json'])).json.templates.filter((template: { own: boolean }) => template.own)

describe('templates', () => {
  test('are listed with those that come with the program', async () => {
    const { json } = await line.command(['templates', '--json'])
    expect(json.templates.map(({ id }: { id: string }) => id)).toContain('highlight-features')
    const plain = await line.command(['templates', 'list'])
    expect(plain.out).toContain('highlight-features')
    expect(plain.out).toContain('看点: 看点')
  })

  test('of the user\'s own are added, split by under their name, changed and deleted', async () => {
    const { status, json } = await add('--json')
    expect(status).toBe(0)
    expect(json.template).toEqual({
      id: expect.any(String), name: '经过收获', own: true, caseMarkers: ['【亮点#】'],
      sections: [{ role: 'practice', markers: ['经过'] }, { role: 'outcome', markers: ['收获', '所得'] }],
    })
    const file = path.join(line.folder, 'two.txt')
    writeFileSync(file, TEXT)
    for (const name of ['经过收获', json.template.id, json.template.id.slice(-8)]) {
      const split = await line.command(['import', file, '--template', name, '--dry-run', '--json'])
      expect(split.json.imported, name).toHaveLength(2)
    }
    const changed = await line.command(['templates', 'change', '经过收获', '--name', '亮点', '--case', '【看点#】，【亮点#】', '--json'])
    expect(changed.json.template).toMatchObject({ id: json.template.id, name: '亮点', sections: json.template.sections, caseMarkers: ['【看点#】', '【亮点#】'] })
    expect(await own()).toEqual([changed.json.template])
    expect((await line.command(['templates', 'delete', '亮点', '--json'])).json).toMatchObject({ deleted: { id: json.template.id }, change: { commandId: expect.any(String) } })
    expect(await own()).toEqual([])
    await line.command(['undo'])
    expect(await own()).toHaveLength(1)
  })

  test.each([
    [['add'], 'name'],
    [['add', '甲'], '--section'],
    [['add', '甲', '--section', '经过'], 'practice'],
    [['add', '甲', '--section', 'story=经过'], 'practice'],
    [['add', '甲', '--section', 'practice='], 'practice='],
    [['change', '甲'], '--name'],
    [['list', '甲'], '参数太多'],
    [['remove', '甲'], 'remove；可以是 list, add, change, delete'],
  ])('%j is wrong usage, told on standard error alone', async (args, mention) => {
    const ran = await line.command(['templates', ...args])
    expect(ran).toMatchObject({ status: 2, out: '' })
    expect(ran.err).toContain(mention)
  })

  test('that come with the program stay, and a name is given once', async () => {
    const builtIn = await line.command(['templates', 'delete', 'highlight-features', '--json'])
    expect(builtIn).toMatchObject({ status: 1, json: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('templates add') } } })
    await add()
    expect(await add('--json')).toMatchObject({ status: 1, json: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('templates change') } } })
    expect(await line.command(['templates', 'delete', '没有', '--json'])).toMatchObject({ status: 1, json: { error: { code: 'TEMPLATE_NOT_FOUND' } } })
  })
})
