import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '#api'
import { addCase, code, exported, openClient } from './support'

const bundleFile = (bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], 'b.jingjian')

/** A bundle with other records, whose checksum fits. */
function bundleOf(records: unknown, manifest: Record<string, unknown> = {}): Uint8Array {
  const content = strToU8(typeof records === 'string' ? records : JSON.stringify(records))
  return zipSync({
    'records.json': content,
    'manifest.json': strToU8(JSON.stringify({
      format: 'jingjian-bundle', version: 1, libraryId: 'x', changedAt: '', counts: {},
      sha256: { 'records.json': createHash('sha256').update(content).digest('hex') }, ...manifest,
    })),
  })
}

describe('bundles', () => {
  let mine: Client
  let theirs: Client
  let ids: string[]
  beforeEach(async () => {
    mine = await openClient({ host: { device: 'mine0000' } })
    theirs = await openClient({ host: { device: 'theirs00' } })
    ids = []
    for (const title of ['甲地商会', '乙地商会', '丙地商会']) ids.push(await addCase(theirs, { title, tags: ['党建'] }))
    await theirs.collections.create({ name: '三地', caseIds: ids })
  })

  it('carries cases, passages, themes and collections into another library', async () => {
    const { passageId } = await theirs.coding.code({ id: ids[0]!, theme: '联络', quote: '每月一次联络' })
    const { bytes } = await exported(theirs, { format: 'jingjian', cases: ids.slice(0, 2) })
    const merged = await mine.bundles.merge({ file: bundleFile(bytes) })
    expect(merged).toMatchObject({ added: 5, updated: 0, unchanged: 0, conflicts: [] })

    const { total } = await mine.cases.list({})
    expect(total).toBe(2)
    const here = await mine.cases.get({ id: ids[0]! })
    expect(here).toEqual(await theirs.cases.get({ id: ids[0]! }))
    expect(here.passages.map(({ id }) => id)).toEqual([passageId])
    const [collection] = await mine.collections.list()
    expect(collection).toMatchObject({ name: '三地', caseIds: ids.slice(0, 2) })
  })

  it('is the same bytes for the same content', async () => {
    const first = await exported(theirs, { format: 'jingjian' })
    const second = await exported(theirs, { format: 'jingjian' })
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  it('changes nothing in the library it came from, nor the second time in another', async () => {
    const { bytes } = await exported(theirs, { format: 'jingjian' })
    expect(await theirs.bundles.merge({ file: bundleFile(bytes) })).toMatchObject({ added: 0, updated: 0, change: null })
    await mine.bundles.merge({ file: bundleFile(bytes) })
    expect(await mine.bundles.merge({ file: bundleFile(bytes) })).toMatchObject({ added: 0, updated: 0, change: null })
  })

  it('says what a merge would do without doing it', async () => {
    const { bytes } = await exported(theirs, { format: 'jingjian' })
    expect(await mine.bundles.merge({ file: bundleFile(bytes), dryRun: true })).toMatchObject({ change: null })
    expect((await mine.cases.list({})).total).toBe(0)
  })

  it('is one step of undo', async () => {
    await mine.bundles.merge({ file: bundleFile((await exported(theirs, { format: 'jingjian' })).bytes) })
    expect((await mine.history.undo()).name).toBe('bundle.merge')
    expect((await mine.cases.list({})).total).toBe(0)
    await mine.history.redo()
    expect((await mine.cases.list({})).total).toBe(3)
  })

  it('keeps the later of two edits, tells of it, and brings both libraries to the same', async () => {
    const first = await exported(theirs, { format: 'jingjian' })
    await mine.bundles.merge({ file: bundleFile(first.bytes) })
    await mine.cases.edit({ id: ids[0]!, set: { title: '甲地商会（我改）' } })
    await new Promise((resume) => setTimeout(resume, 5))
    await theirs.cases.edit({ id: ids[0]!, set: { title: '甲地商会（他改）' } })
    const { conflicts } = await mine.bundles.merge({ file: bundleFile((await exported(theirs, { format: 'jingjian' })).bytes) })
    expect(conflicts).toMatchObject([{ id: ids[0], field: 'title', mine: '甲地商会（我改）', theirs: '甲地商会（他改）', kept: 'theirs' }])
    const back = await theirs.bundles.merge({ file: bundleFile((await exported(mine, { format: 'jingjian' })).bytes) })
    expect(back.conflicts).toMatchObject([{ field: 'title', kept: 'mine' }])
    expect((await mine.cases.get({ id: ids[0]! })).case).toEqual((await theirs.cases.get({ id: ids[0]! })).case)
  })

  describe('after both sides went on', () => {
    const wholeOf = async (client: Client) => bundleFile((await exported(client, { format: 'jingjian' })).bytes)
    beforeEach(async () => void await mine.bundles.merge({ file: await wholeOf(theirs) }))

    it('bring a case back that was deleted here, if it was edited there since, and say so', async () => {
      await mine.cases.delete({ ids: [ids[0]!] })
      await theirs.cases.edit({ id: ids[0]!, set: { title: '甲地商会（续写）' } })
      const { conflicts } = await mine.bundles.merge({ file: await wholeOf(theirs) })
      expect(conflicts).toContainEqual(expect.objectContaining({ id: ids[0], field: 'deleted', mine: true, theirs: false, kept: 'theirs' }))
      expect((await mine.cases.get({ id: ids[0]! })).case.title).toBe('甲地商会（续写）')
    })

    it('leave a case deleted that nobody touched since, whoever merges', async () => {
      await mine.cases.delete({ ids: [ids[0]!] })
      expect(await mine.bundles.merge({ file: await wholeOf(theirs) })).toMatchObject({ added: 0, updated: 0, conflicts: [] })
      expect((await mine.cases.list({})).total).toBe(2)
      await theirs.bundles.merge({ file: await wholeOf(mine) })
      expect((await theirs.cases.list({})).total).toBe(2)
    })

    it('show both values of a conflict, and undo, redo and a second merge agree', async () => {
      await theirs.cases.edit({ id: ids[0]!, set: { title: '他改的题', organisation: '他改的组织' } })
      await theirs.cases.tag({ ids: [ids[1]!], add: ['他加的标签'] })
      await new Promise((resume) => setTimeout(resume, 5))
      await mine.cases.edit({ id: ids[0]!, set: { title: '我改的题' } })
      await mine.cases.tag({ ids: [ids[1]!], add: ['我加的标签'] })
      const bundle = await wholeOf(theirs)
      const planned = await mine.bundles.merge({ file: bundle, dryRun: true })
      const merged = await mine.bundles.merge({ file: bundle })
      expect(merged.conflicts).toMatchObject([{ id: ids[0], field: 'title', mine: '我改的题', theirs: '他改的题', kept: 'mine' }])
      expect(planned).toEqual({ ...merged, change: null })
      const shown = async () => Promise.all(ids.map(async (id) => {
        const { title, organisation, tags } = (await mine.cases.get({ id })).case
        return { title, organisation, tags: [...tags].sort() }
      }))
      const after = await shown()
      expect(after[0]).toMatchObject({ title: '我改的题', organisation: '他改的组织' })
      expect(after[1]!.tags).toEqual(['他加的标签', '党建', '我加的标签'].sort())

      await mine.history.undo()
      expect(await shown()).toEqual([
        { title: '我改的题', organisation: '示例商会', tags: ['党建'] },
        { title: '乙地商会', organisation: '示例商会', tags: ['党建', '我加的标签'].sort() },
        { title: '丙地商会', organisation: '示例商会', tags: ['党建'] },
      ])
      await mine.history.redo()
      expect(await shown()).toEqual(after)
      expect(await mine.bundles.merge({ file: bundle })).toMatchObject({ added: 0, updated: 0, conflicts: [], change: null })
      expect(await shown()).toEqual(after)
    })
  })

  it('keeps fields and kinds of a later program through merge and export', async () => {
    const version = [{ value: { deep: ['值', null] }, device: 'later000', time: 'mi00000000000', seen: { other000: 'mh00000000000' } }]
    const records = [{ id: 'future-1', kind: 'hologram', fields: { shape: version, deleted: [{ ...version[0], value: false }] } }]
    await mine.bundles.merge({ file: bundleFile(bundleOf(records)) })
    await addCase(mine, { title: '本地商会' })
    const { bytes } = await exported(mine, { format: 'jingjian' })
    const kept = JSON.parse(strFromU8(unzipSync(bytes)['records.json']!)) as { id: string; fields: Record<string, unknown> }[]
    expect(kept.find(({ id }) => id === 'future-1')?.fields.shape).toEqual(version)
  })

  describe('that are damaged or hostile', () => {
    const refused = async (bytes: Uint8Array) => {
      await addCase(mine, { title: '原有案例' })
      const before = (await exported(mine, { format: 'jingjian' })).bytes
      const failure = await code(mine.bundles.merge({ file: bundleFile(bytes) }))
      expect(Buffer.compare((await exported(mine, { format: 'jingjian' })).bytes, before)).toBe(0)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      return failure
    }

    it('are refused when cut anywhere', async () => {
      const { bytes } = await exported(theirs, { format: 'jingjian' })
      await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        expect(await code(mine.bundles.merge({ file: bundleFile(bytes.slice(0, length)) }))).toBe('BUNDLE_DAMAGED')
      }), { numRuns: 60 })
      expect(await refused(bytes.slice(0, bytes.length / 2))).toBe('BUNDLE_DAMAGED')
    })

    it('never get in with a changed byte', async () => {
      const { bytes } = await exported(theirs, { format: 'jingjian' })
      await mine.bundles.merge({ file: bundleFile(bytes) })
      await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = bytes.slice()
        changed[at]! ^= flip
        const outcome = await mine.bundles.merge({ file: bundleFile(changed) }).catch((error: { code: string }) => error.code)
        // A byte that nothing reads, such as a time stamp of the archive, may change; the content may not.
        if (typeof outcome === 'string') expect(['BUNDLE_DAMAGED', 'BUNDLE_NEWER']).toContain(outcome)
        else expect(outcome).toMatchObject({ added: 0, updated: 0, change: null })
      }), { numRuns: 100 })
    })

    it('are refused when a later program wrote them', async () => {
      expect(await refused(bundleOf([], { version: 2, sha256: { something: 'else' } }))).toBe('BUNDLE_NEWER')
    })

    it('are refused when the checksum does not fit', async () => {
      expect(await refused(bundleOf([], { sha256: { 'records.json': '0'.repeat(64) } }))).toBe('BUNDLE_DAMAGED')
    })

    it.each([
      ['a prototype key', '[{"id":"a","kind":"case","fields":{"__proto__":[{"value":1,"device":"d","time":"mi00000000000"}]}}]'],
      ['a prototype in a value', '[{"id":"a","kind":"case","fields":{"x":[{"value":{"__proto__":{"polluted":1}},"device":"d","time":"mi00000000000"}]}}]'],
      ['a constructor in a value', '[{"id":"a","kind":"case","fields":{"x":[{"value":{"constructor":{"prototype":{"polluted":1}}},"device":"d","time":"mi00000000000"}]}}]'],
      ['a stamp of the wrong shape', '[{"id":"a","kind":"case","fields":{"x":[{"value":1,"device":"d","time":"tomorrow"}]}}]'],
      ['an empty register', '[{"id":"a","kind":"case","fields":{"x":[]}}]'],
      ['the same record twice', '[{"id":"a","kind":"case","fields":{}},{"id":"a","kind":"case","fields":{}}]'],
      ['no list', '{"id":"a"}'],
    ])('are refused with %s', async (_, records) => {
      expect(await refused(bundleOf(records))).toBe('BUNDLE_DAMAGED')
    })

    it.each(['../evil.txt', '/etc/evil', 'C:\\evil', 'a/../../evil', 'CON.txt', 'trailing.', 'a\u0000b', 'Manifest.JSON'])('are refused with a member named %j', async (name) => {
      const members = unzipSync((await exported(theirs, { format: 'jingjian' })).bytes)
      expect(await refused(zipSync({ ...members, [name]: strToU8('x') }))).toBe('BUNDLE_DAMAGED')
    })

    it('are refused when they would unpack to far more than they are', async () => {
      const bomb = zipSync({ 'manifest.json': strToU8('{}'), 'records.json': new Uint8Array(20_000_000) }, { level: 9 })
      expect(await refused(bomb)).toBe('BUNDLE_DAMAGED')
    })

    it('are refused with too many members', async () => {
      const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`m/${index}`, new Uint8Array(0)]))
      expect(await refused(zipSync(many, { level: 0 }))).toBe('BUNDLE_DAMAGED')
    })

    it('never get anything but a typed error out of arbitrary bytes', async () => {
      await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await code(mine.bundles.merge({ file: bundleFile(bytes) }))).toBe('BUNDLE_DAMAGED')
      }), { numRuns: 200 })
    })
  })
})
