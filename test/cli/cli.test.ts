import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLibrary } from '#node/index'
import { CLIPPINGS, commandLine } from './support'

let line: ReturnType<typeof commandLine>
beforeEach(() => { line = commandLine() })
afterEach(() => line.remove())

const file = (name: string, content: string | Uint8Array) => {
  const name_ = path.join(line.folder, name)
  writeFileSync(name_, content)
  return name_
}

/** A library with the two cases of the clippings. */
async function filled(): Promise<{ tea: string; stone: string }> {
  await line.command(['init'])
  const { json } = await line.command(['import', file('clippings.txt', CLIPPINGS), '--json'])
  expect(json.imported).toHaveLength(2)
  return { tea: json.imported[0].id, stone: json.imported[1].id }
}

describe('init', () => {
  test('makes a library once', async () => {
    const made = await line.command(['init', '--json'])
    expect(made.status).toBe(0)
    expect(made.json).toMatchObject({ libraryId: expect.stringMatching(/^[0-9a-f-]{36}$/u), cases: 0 })
    const again = await line.command(['init', '--json'])
    expect(again.status).toBe(1)
    expect(again.json.error).toMatchObject({ code: 'LIBRARY_EXISTS', message: expect.stringContaining(line.directory) })
  })

  test('--sample puts the sample cases in, which undo takes out again', async () => {
    expect((await line.command(['init', '--sample', '--json'])).json.cases).toBe(8)
    expect((await line.command(['undo', '--json'])).json.undone).toBe('library.sample')
    expect((await line.command(['list', '--json'])).json.total).toBe(0)
  })

  test('--library says where, before or after the command', async () => {
    const other = path.join(line.folder, 'other')
    expect((await line.command(['init', '--library', other])).status).toBe(0)
    expect((await line.command(['--library', other, 'list', '--json'])).json).toEqual({ total: 0, cases: [] })
    expect(existsSync(line.directory)).toBe(false)
  })
})

describe('errors', () => {
  test('come in the user\'s language, as JSON on standard output and as words on standard error', async () => {
    const inChinese = await line.command(['list', '--json'])
    expect(inChinese.status).toBe(1)
    expect(inChinese.json.error).toEqual({ code: 'LIBRARY_NOT_FOUND', message: expect.stringContaining('没有资料库'), hint: expect.stringContaining('init') })
    expect(inChinese.err).toContain('没有资料库')
    const inEnglish = await line.command(['list'], { LANG: 'en_GB.UTF-8' })
    expect(inEnglish.out).toBe('')
    expect(inEnglish.err).toMatch(/library/iu)
    expect((await line.command(['list', '--lang', 'zh-Hant'], { LANG: 'en_GB.UTF-8' })).err).toContain('資料庫')
  })

  test.each([
    [['frobnicate'], '没有这个命令'],
    [['list', '--colour'], '--colour'],
    [['search'], 'query'],
    [['list', '--sort', 'size'], 'size'],
    [['search', 'x', '--limit', 'many'], 'many'],
    [['search', 'x', '--limit', '0'], '0'],
    [['list', 'superfluous'], '参数太多'],
    [['serve', '--port', '99999'], '99999'],
    [['code', 'x', '--quote', 'y'], '--theme'],
    [['edit', 'x', '--set', 'title'], 'title'],
    [['tag', 'x', '党建'], '党建'],
  ])('wrong usage %j ends with status 2', async (args, mention) => {
    await line.command(['init'])
    const plain = await line.command(args)
    expect(plain).toMatchObject({ status: 2, out: '' })
    expect(plain.err).toContain(mention)
    expect((await line.command([...args, '--json'])).json.error.code).toBe('WRONG_USAGE')
  })

  test('a folder with other things in it is refused and left as it is', async () => {
    mkdirSync(line.directory)
    writeFileSync(path.join(line.directory, '年报.txt'), '别人的')
    const { status, json } = await line.command(['init', '--json'])
    expect([status, json.error.code]).toEqual([1, 'NOT_A_LIBRARY'])
    expect(readdirSync(line.directory)).toEqual(['年报.txt'])
  })

  test('help is in the user\'s language and no failure', async () => {
    const help = await line.command(['import', '--help'])
    expect(help.status).toBe(0)
    expect(help.out).toContain('导入文档')
    expect((await line.command(['--help', '--lang', 'en'])).out).toContain('compare cases side by side')
  })
})

describe('import', () => {
  test('splits, repairs, and reports every spot', async () => {
    await line.command(['init'])
    const { status, json } = await line.command(['import', file('clippings.txt', CLIPPINGS), '--json'])
    expect(status).toBe(0)
    expect(json.imported).toHaveLength(2)
    expect(json.imported[0]).toEqual({ id: expect.any(String), title: expect.any(String), file: 'clippings.txt' })
    expect(json.repairs.filter(({ kind }: { kind: string }) => kind === 'pinyin')).toMatchObject([
      { file: 'clippings.txt', caseId: json.imported[0].id, before: expect.stringContaining('yuán'), applied: true },
      { file: 'clippings.txt', caseId: json.imported[1].id, before: expect.stringContaining('xí'), applied: true },
    ])
    const shown = await line.command(['show', json.imported[0].id, '--json'])
    expect(JSON.stringify(shown.json.case.sections)).toContain('临江(市)茶叶协会')
    expect(JSON.stringify(shown.json.case.sections)).not.toContain('yuán')
  })

  test('a second time finds duplicates and adds nothing', async () => {
    await filled()
    const { status, json } = await line.command(['import', path.join(line.folder, 'clippings.txt'), '--json'])
    expect(status).toBe(0)
    expect(json.imported).toEqual([])
    expect(json.duplicates).toMatchObject([{ file: 'clippings.txt', of: expect.any(String) }, { file: 'clippings.txt', of: expect.any(String) }])
  })

  test('--dry-run shows and writes nothing; --template whole keeps one case; --accept none repairs nothing', async () => {
    await line.command(['init'])
    const clippings = file('clippings.txt', CLIPPINGS)
    const dry = await line.command(['import', clippings, '--dry-run', '--json'])
    expect(dry.json.imported).toHaveLength(2)
    expect((await line.command(['list', '--json'])).json.total).toBe(0)
    const whole = await line.command(['import', clippings, '--template', 'whole', '--accept', 'none', '--json'])
    expect(whole.json.imported).toHaveLength(1)
    expect(whole.json.repairs.some(({ applied }: { applied: boolean }) => applied)).toBe(false)
  })

  test('bad files are warnings of their own while the good one is imported', async () => {
    await line.command(['init'])
    const { status, json } = await line.command([
      'import', file('good.txt', CLIPPINGS), file('empty.txt', ''), file('picture.txt', Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)),
      path.join(line.folder, 'missing.txt'), '--json',
    ])
    expect(status).toBe(0)
    expect(json.imported).toHaveLength(2)
    const codes = Object.fromEntries(json.warnings.map((warning: { file: string; code: string }) => [path.basename(warning.file), warning.code]))
    expect(codes).toMatchObject({ 'empty.txt': 'FILE_EMPTY', 'picture.txt': 'FILE_BINARY', 'missing.txt': 'FILE_NOT_FOUND' })
    for (const { message } of json.warnings) expect(message).not.toBe('')
  })

  test('with nothing but bad files it fails, names the cause, and the library is as it was', async () => {
    await line.command(['init'])
    const before = readFileSync(path.join(line.directory, 'library.json'))
    const { status, json, err } = await line.command(['import', file('empty.txt', ''), '--json'])
    expect(status).toBe(1)
    expect(json).toMatchObject({ imported: [], error: { code: 'FILE_EMPTY', message: expect.stringContaining('empty.txt') } })
    expect(err).toContain('empty.txt')
    expect(readFileSync(path.join(line.directory, 'library.json'))).toEqual(before)
  })

  test('takes the readable files of a folder', async () => {
    await line.command(['init'])
    mkdirSync(path.join(line.folder, 'papers'))
    file('papers/one.txt', CLIPPINGS)
    file('papers/.hidden.txt', CLIPPINGS)
    file('papers/program.exe', 'MZ')
    const { json } = await line.command(['import', path.join(line.folder, 'papers'), '--json'])
    expect(json.imported).toHaveLength(2)
    expect(json.warnings.filter(({ code }: { code: string }) => code !== 'DAMAGE_FOUND')).toEqual([])
  })
})

describe('cases', () => {
  test('are named by id, by the end of it, or by title, and not by what two share', async () => {
    const { tea, stone } = await filled()
    const { title } = (await line.command(['show', stone, '--json'])).json.case
    for (const name of [tea, tea.slice(-8)]) expect((await line.command(['show', name, '--json'])).json.case.id).toBe(tea)
    expect((await line.command(['show', title, '--json'])).json.case.id).toBe(stone)
    expect((await line.command(['show', tea.slice(0, 8), '--json'])).json.error.code).toBe('INVALID_INPUT')
    expect((await line.command(['show', '不存在的', '--json'])).json.error.code).toBe('CASE_NOT_FOUND')
  })

  test('are edited, tagged, deleted, and each step is undone', async () => {
    const { tea } = await filled()
    const edited = await line.command(['edit', tea, '--set', 'title=田间党校=样板', '--set', 'province=浙江', '--set', 'insight=把课堂放到会员身边。', '--json'])
    expect(edited.json.case).toMatchObject({ title: '田间党校=样板', region: { province: '浙江' } })
    expect(edited.json.case.sections.at(-1)).toMatchObject({ role: 'insight', text: '把课堂放到会员身边。' })
    expect((await line.command(['edit', tea, '--set', 'colour=red', '--json'])).json.error.code).toBe('UNKNOWN_FIELD')

    const tagged = await line.command(['tag', tea, '+党建', '+教育/田间', '--json'])
    expect(tagged.json.tags).toEqual(expect.arrayContaining(['党建', '教育/田间']))
    const untagged = await line.command(['tag', tea, '-党建', '-hello', '--json'])
    expect(untagged.json.tags).not.toContain('党建')

    expect((await line.command(['delete', tea, '--json'])).json.deleted).toMatchObject([{ id: tea }])
    expect((await line.command(['list', '--json'])).json.total).toBe(1)
    for (const name of ['case.delete', 'case.tag', 'case.tag', 'case.edit', 'import']) {
      expect((await line.command(['undo', '--json'])).json.undone).toBe(name)
    }
    expect((await line.command(['list', '--json'])).json.total).toBe(0)
    expect((await line.command(['redo', '--json'])).json.redone).toBe('import')
    expect((await line.command(['list', '--json'])).json.total).toBe(2)
  })

  test('history tells what was done to one of them', async () => {
    const { tea, stone } = await filled()
    await line.command(['edit', stone, '--set', 'notes=再核对'])
    const all = (await line.command(['history', '--json'])).json.history
    expect(all.map(({ name }: { name: string }) => name)).toEqual(['case.edit', 'import'])
    expect((await line.command(['history', tea, '--json'])).json.history).toHaveLength(1)
    expect((await line.command(['history', stone])).out).toContain('再核对')
    await line.command(['delete', stone])
    expect((await line.command(['history'])).out).toContain('删除还是保留  保留 → 删除')
    await line.command(['undo'])
  })

  test('differ between two versions, and an earlier one comes back', async () => {
    const { stone } = await filled()
    await line.command(['edit', stone, '--set', 'notes=再核对'])
    const [edit, first] = (await line.command(['history', stone, '--json'])).json.history
    const { json } = await line.command(['history', stone, '--diff', first.commandId, edit.commandId.slice(-8), '--json'])
    expect(json.fields).toEqual([{ field: 'notes', old: '', new: '再核对', pieces: [{ kind: 'added', text: '再核对' }] }])
    expect((await line.command(['history', stone, '--diff', first.commandId])).out).toContain('备注: {+再核对+}')
    expect((await line.command(['history', stone, '--diff', 'earliest'])).out).toContain('备注: {+再核对+}')
    expect((await line.command(['history', stone, '--diff', 'nothing'])).status).toBe(1)
    expect((await line.command(['history', '--diff', 'now'])).status).toBe(2)
    await line.command(['history', stone, '--restore', first.commandId])
    expect((await line.command(['show', stone, '--json'])).json.case.notes).toBe('')
  })

  test('lie in the trash when deleted, and are restored or destroyed there', async () => {
    const { tea, stone } = await filled()
    await line.command(['delete', tea, stone])
    expect((await line.command(['trash', '--json'])).json.trash.map(({ id }: { id: string }) => id).sort()).toEqual([tea, stone].sort())
    expect((await line.command(['trash', 'purge', tea])).status).toBe(2)
    expect((await line.command(['trash', 'restore', stone.slice(-8), '--json'])).json.restored).toMatchObject([{ id: stone }])
    expect((await line.command(['trash', 'purge', '--all', '--yes', '--json'])).json.purged).toMatchObject([{ id: tea }])
    expect((await line.command(['trash', 'list'])).out).toContain('回收站是空的')
    expect((await line.command(['trash', 'restore', tea])).status).toBe(1)
  })

  test('are looked at without waiting for whoever has the library: the trash, and what a merge or a restoring would do', async () => {
    await filled()
    const bundle = path.join(line.folder, 'all.jingjian')
    await line.command(['export', '--to', bundle])
    await line.command(['backup'])
    const holder = await openLibrary({ directory: line.directory, create: 'never', nativeDialogs: false })
    try {
      for (const args of [['trash'], ['merge', bundle, '--dry-run'], ['restore', 'latest', '--dry-run']]) {
        const { status, err } = await line.command(args)
        expect({ args, status }).toEqual({ args, status: 0 })
        expect(err).toContain('只能阅读')
        expect(err).not.toContain('稍等')
      }
    } finally {
      await holder.close()
    }
  })

  test('are found, and the match stands in the original characters', async () => {
    const { stone } = await filled()
    for (const query of ['匠心模式', '匠心', '示範崗']) {
      const { json } = await line.command(['search', query, '--json'])
      expect(json).toMatchObject({ query, total: 1, tookMs: expect.any(Number) })
      expect(json.hits[0].id).toBe(stone)
      expect(json.hits[0].matches.length).toBeGreaterThan(0)
    }
    expect((await line.command(['search', '匠心'])).out).toContain('匠心模式')
    expect((await line.command(['search', '龙舟竞渡', '--json'])).json).toMatchObject({ total: 0, hits: [] })
  })

  test('are found sorted and page by page, and a part that can never match is told', async () => {
    const { tea, stone } = await filled()
    await line.command(['edit', tea, '--set', 'period=2019'])
    await line.command(['edit', stone, '--set', 'period=2021'])
    const found = async (...args: string[]) => (await line.command(['search', '会员', '--json', ...args])).json
    expect((await found('--sort', 'period')).hits.map(({ id }: { id: string }) => id)).toEqual([stone, tea])
    expect((await line.command(['list', '--sort', 'period', '--json'])).json.cases.map(({ id }: { id: string }) => id)).toEqual([stone, tea])
    expect(await found('--sort', 'period', '--offset', '1', '--limit', '1')).toMatchObject({ total: 2, hits: [{ id: tea }] })
    const refused = await line.command(['search', '会员', 'year:soon', '--json'])
    expect([refused.status, refused.json.error.code, refused.json.error.message]).toEqual([1, 'QUERY_INVALID', expect.stringContaining('year:soon')])
    expect((await line.command(['search', 'x', '--offset', '-1'])).status).toBe(2)
  })

  test('are coded and compared', async () => {
    const { tea, stone } = await filled()
    const coded = await line.command(['code', tea, '--theme', '会员教育', '--quote', '把课堂搬进茶园', '--json'])
    expect(coded.json).toMatchObject({ passageId: expect.any(String), anchored: true })
    expect((await line.command(['code', tea, '--theme', '会员教育', '--quote', '文中没有的话', '--json'])).json.error.code).toBe('QUOTE_NOT_FOUND')

    const { json } = await line.command(['compare', tea, stone, '--rows', 'highlight,fact:practice', '--json'])
    expect(json.rows.map(({ id }: { id: string }) => id)).toEqual(['role:highlight', 'fact:practice'])
    expect(json.rows[0].cells.map(({ caseId }: { caseId: string }) => caseId)).toEqual([tea, stone])
    expect(json.unique).toContainEqual(expect.objectContaining({ term: expect.stringContaining('一户一档'), caseId: tea }))
    expect((await line.command(['compare', tea, stone])).out).toContain('【看点】')
    expect((await line.command(['compare', tea, '--json'])).json.error.code).toBe('TOO_FEW_CASES')
  })
})

describe('handing over', () => {
  test.each(['md', 'html', 'pptx', 'jingjian'])('export writes a %s file by its ending', async (ending) => {
    const { tea, stone } = await filled()
    const to = path.join(line.folder, `handover.${ending}`)
    const { json } = await line.command(['export', '--cases', `${tea},${stone.slice(-8)}`, '--to', to, '--json'])
    if (json.error?.code === 'EXPORT_UNAVAILABLE') return
    expect(json).toMatchObject({ file: to, format: ending, cases: 2, bytes: readFileSync(to).length })
    expect(readdirSync(line.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('an unknown format, or a place that cannot be written, is an error and leaves nothing', async () => {
    await filled()
    const odd = await line.command(['export', '--to', path.join(line.folder, 'x.foo'), '--json'])
    expect(odd.json.error.code).toBe('FORMAT_UNSUPPORTED')
    const nowhere = await line.command(['export', '--to', path.join(line.folder, 'no', 'such', 'x.md'), '--json'])
    expect(nowhere.json.error.code).toBe('EXPORT_FAILED')
    expect((await line.command(['export', '--cases', 'ffffffff', '--to', path.join(line.folder, 'x.md'), '--json'])).json.error.code).toBe('CASE_NOT_FOUND')
    expect(existsSync(path.join(line.folder, 'x.md'))).toBe(false)
  })

  test('a bundle brings the cases into another library; cut in half it changes nothing', async () => {
    const { tea } = await filled()
    const bundle = path.join(line.folder, 'two.jingjian')
    await line.command(['export', '--to', bundle])
    const other = path.join(line.folder, 'other')
    await line.command(['init', '--library', other])

    const half = file('half.jingjian', readFileSync(bundle).subarray(0, 700))
    const before = readFileSync(path.join(other, 'library.json'))
    expect(await line.command(['merge', half, '--library', other, '--json'])).toMatchObject({ status: 1, json: { error: { code: 'BUNDLE_DAMAGED' } } })
    expect(readFileSync(path.join(other, 'library.json'))).toEqual(before)

    const dry = await line.command(['merge', bundle, '--dry-run', '--library', other, '--json'])
    expect(dry.json.added).toBeGreaterThanOrEqual(2)
    expect((await line.command(['list', '--library', other, '--json'])).json.total).toBe(0)
    const merged = await line.command(['merge', bundle, '--library', other, '--json'])
    expect(merged.json).toMatchObject({ added: dry.json.added, updated: 0, conflicts: [] })
    expect((await line.command(['show', tea, '--library', other, '--json'])).json.case.id).toBe(tea)
    expect((await line.command(['merge', bundle, '--library', other, '--json'])).json).toMatchObject({ added: 0, updated: 0 })
  })
})

test('backup, restore and check', async () => {
  const { tea } = await filled()
  const made = await line.command(['backup', '--json'])
  expect(made.json).toMatchObject({ ok: true, problems: [], backup: { cases: 2 } })
  expect((await line.command(['backup', '--list', '--lang', 'en'])).out).toMatch(/Asked for +2 .*sound/u)
  await line.command(['delete', tea])
  const preview = await line.command(['restore', made.json.backup.name, '--dry-run', '--json'])
  expect(preview.json).toMatchObject({ ok: true, dryRun: true, cases: 2, returning: { total: 1, cases: [{ id: tea }] }, going: { total: 0 }, changing: { total: 0 } })
  expect((await line.command(['list', '--json'])).json.total).toBe(1)
  const restored = await line.command(['restore', made.json.backup.name, '--json'])
  expect(restored.json).toMatchObject({ ok: true, cases: 2 })
  expect((await line.command(['undo', '--json'])).json.undone).toBe('backup.restore')
  expect((await line.command(['list', '--json'])).json.total).toBe(1)
  expect((await line.command(['restore', 'nothing', '--json'])).json.error.code).toBe('BACKUP_NOT_FOUND')

  expect(await line.command(['check', '--json'])).toMatchObject({ status: 0, json: { ok: true, problems: [] } })
  const [segment] = readdirSync(path.join(line.directory, 'journal'))
  const journal = path.join(line.directory, 'journal', segment!)
  const bytes = readFileSync(journal)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(journal, bytes)
  const broken = await line.command(['check', '--json'])
  expect(broken.status).toBe(1)
  expect(broken.json.ok).toBe(false)
  expect(broken.json.problems.length).toBeGreaterThan(0)
})

test('serve answers on a local address until it is stopped', async () => {
  const stop = new AbortController()
  const out: string[] = []
  const { run } = await import('../../src/cli/run')
  const ended = run(['serve', '--no-open', '--port', '0', '--json'], {
    environment: { JINGJIAN_LIBRARY: line.directory }, signal: stop.signal,
    stdout: { write: (text, done) => { out.push(text); done() } }, stderr: { write: () => {} },
  })
  while (out.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const { url } = JSON.parse(out.join('')) as { url: string }
  expect((await fetch(new URL('/rpc/library/status', url), { method: 'POST' })).status).toBe(401)
  stop.abort()
  expect(await ended).toBe(0)
  await expect(fetch(url)).rejects.toThrow()
})
