import { bytesOf, equal, failsWith, matches, ok, readToEnd } from '../check'
import { withTexts } from '../drafts'
import { attached, AWKWARD, caseWithText, messyText, newCase, previewOf, textFile, uniqueWord } from '../fixtures'
import { bundleWithAttachments } from '../foreign'
import { pictureOfText } from '../picture'
import { call, type Calls } from './call'
import { shapingCalls } from './shaping'

const wholeFile = async (file: File): Promise<File> => new File([await bytesOf(file)], file.name)

export const documentCalls: Calls<'imports' | 'exports' | 'bundles'> = {
  ...shapingCalls,
  'imports.formats': [
    call('names the endings', async (client) => {
      ok((await client.imports.formats()).some(({ extensions }) => extensions.includes('txt')), 'plain text')
    }),
  ],
  'imports.templates': [
    call('has the one with 看点 and 特色', async (client) => {
      const roles = (await client.imports.templates()).map(({ sections }) => sections.map(({ role }) => role).join())
      ok(roles.includes('highlight,features'), 'highlight and features')
    }),
  ],
  'imports.prepare': [
    call('reports progress, splits, repairs, and writes nothing', async (client) => {
      const { cases } = await client.library.status()
      const file = textFile(messyText(uniqueWord()))
      const { progress, result } = await readToEnd(await client.imports.prepare({ files: [file] }))
      ok(progress.length > 0 && progress.every(({ done, total }) => done <= total || total === 0), 'progress')
      matches(result.files, [{ file: file.name, bytes: file.size, drafts: 2 }], 'files')
      ok(result.drafts.every(({ repairs: { pinyin } }) => pinyin !== undefined && pinyin.applied > 0), 'repairs')
      equal((await client.library.status()).cases, cases, 'cases')
    }),
    call('gets every byte of the file', async (client) => {
      const text = `${uniqueWord()}${AWKWARD}${'長文一段。'.repeat(100_000)}`
      const { drafts } = await previewOf(client, textFile(text, `${AWKWARD.replace(/[\\/\t\u2028]/g, '')}.txt`))
      equal(drafts[0]?.original, text, 'original')
    }),
    call('goes on where one file fails', async (client) => {
      const { drafts, warnings } = await previewOf(client, new File([], '空.txt'), textFile(messyText(uniqueWord())))
      matches(warnings.find(({ file }) => file === '空.txt'), { code: 'FILE_EMPTY' }, 'warning')
      equal(drafts.length, 2, 'drafts of the other')
    }),
    call('can be cancelled', async (client) => {
      const files = Array.from({ length: 400 }, (_, index) => textFile(messyText(uniqueWord()), `${index}.txt`))
      const controller = new AbortController()
      const stream = await client.imports.prepare({ files }, { signal: controller.signal })
      ok((await stream.next()).done === false, 'it has begun')
      controller.abort()
      const outcome = await readToEnd(stream).then(() => 'finished', () => 'stopped')
      equal(outcome, 'stopped', 'outcome')
      ok((await client.library.status()).libraryId.length > 0, 'the library still answers')
    }),
  ],
  'imports.draft': [
    call('has the text, of a long one a part that says where it stands', async (client) => {
      const line = `${'长文的一行，'.repeat(20)}\n`
      const text = `看点：${uniqueWord()}。\n特色：\n${line.repeat(1000)}`
      const { previewId, drafts } = (await readToEnd(await client.imports.prepare({ files: [textFile(text)] }))).result
      const { draftId, characters } = drafts[0]!
      equal(characters, text.length, 'characters')
      const first = await client.imports.draft({ previewId, draftId })
      ok(first.parts.length > 1 && first.original.endsWith('\n'), 'parts that end with a line')
      equal(first.parts.at(-1)?.end, text.length, 'to the end')
      const last = await client.imports.draft({ previewId, draftId, part: -1 })
      equal([last.part, last.original], [first.parts.length - 1, text.slice(first.parts.at(-1)!.start)], 'the last part')
      matches(last, { sections: [{ role: 'features' }], layout: { sections: [{ start: 0 }] } }, 'the section it stands in')
      await failsWith(client.imports.draft({ previewId, draftId: 'none' }), 'CASE_NOT_FOUND')
    }),
  ],
  'imports.resplit': [
    call('keeps the file whole when asked', async (client) => {
      const file = textFile(messyText(uniqueWord()))
      const { previewId } = await previewOf(client, file)
      const preview = await client.imports.resplit({ previewId, file: file.name, template: 'whole' })
      equal(preview.drafts.length, 1, 'drafts')
    }),
  ],
  'imports.recognise': [
    call('gives a picture its text, and keeps the picture with the case', async (client) => {
      const file = pictureOfText()
      const preview = await previewOf(client, file)
      equal(preview.drafts, [], 'drafts before')
      matches(preview, { pictures: [{ file: file.name, pages: [{ page: 1, script: null }] }], warnings: [{ code: 'NEEDS_OCR', file: file.name }] }, 'before')
      const { previewId } = preview
      const { progress, result } = await readToEnd(await client.imports.recognise({ previewId, pages: [{ file: file.name, page: 1 }] }))
      ok(progress.some(({ stage, part = 0 }) => stage === 'recognise' && part >= 0), 'progress')
      matches(result.pictures, [{ pages: [{ page: 1, script: 'chi_sim' }] }], 'after')
      ok((await withTexts(client, result)).drafts[0]?.original.includes('流动课堂'), 'the text')
      const { imported } = await client.imports.commit({ previewId, decisions: [{ draftId: result.drafts[0]!.draftId, include: true }] })
      const attachments = await client.attachments.list({ id: imported[0]!.id })
      matches(attachments, [{ mediaType: 'image/png', bytes: file.size, here: true }], 'the picture')
    }),
    call('stops at once when it is cancelled, and leaves the preview as it was', async (client) => {
      const file = pictureOfText('取消.png')
      const { previewId } = await previewOf(client, file)
      const controller = new AbortController()
      const stream = await client.imports.recognise({ previewId, pages: Array.from({ length: 40 }, () => ({ file: file.name, page: 1 })) }, { signal: controller.signal })
      ok((await stream.next()).done === false, 'it has begun')
      controller.abort()
      equal(await readToEnd(stream).then(() => 'finished', () => 'stopped'), 'stopped', 'outcome')
      const { drafts } = await client.imports.resplit({ previewId, file: file.name, template: 'whole' })
      equal(drafts, [], 'drafts')
    }),
    call('refuses a page that is no picture', async (client) => {
      const file = textFile(messyText(uniqueWord()))
      const { previewId } = await previewOf(client, file)
      await failsWith(readToEnd(await client.imports.recognise({ previewId, pages: [{ file: file.name, page: 1 }] })), 'INVALID_INPUT')
    }),
  ],
  'imports.commit': [
    call('writes what was decided as one step, and knows it again', async (client) => {
      const file = textFile(messyText(uniqueWord()))
      const { previewId, drafts } = await previewOf(client, file)
      const result = await client.imports.commit({
        previewId, decisions: [{ draftId: drafts[0]!.draftId, title: '定下的标题', tags: ['来稿'] }, { draftId: drafts[1]!.draftId, include: false }],
      })
      equal(result.imported.map(({ title, file: name }) => [title, name]), [['定下的标题', file.name]], 'imported')
      const { case: item } = await client.cases.get({ id: result.imported[0]!.id })
      matches(item, { title: '定下的标题', tags: ['来稿'], original: { file: file.name } }, 'case')
      ok(item.sections.every(({ text }) => !text.includes('(xiāng)')), 'pinyin is stripped')
      ok(item.original?.text.includes('(xiāng)'), 'the original keeps it')

      const again = await previewOf(client, file)
      equal(again.drafts[0]?.duplicateOf, { id: item.id, title: item.title, kind: 'exact', similarity: 1, inLibrary: true }, 'a duplicate')
    }),
    call('writes nothing on a dry run', async (client) => {
      const { cases } = await client.library.status()
      const { previewId } = await previewOf(client, textFile(messyText(uniqueWord())))
      equal((await client.imports.commit({ previewId, dryRun: true })).imported.length, 2, 'would import')
      equal((await client.library.status()).cases, cases, 'cases')
    }),
  ],
  'imports.compareDuplicate': [
    call('shows a nearly same case beside the draft, and updates it with its tags kept', async (client) => {
      const text = `看點:${uniqueWord()}河谷茶社把課堂搬進茶園,老茶農講制茶,企業講銷路,一年辦了四十場,聽課的有三百多人。`
      const first = await previewOf(client, textFile(text))
      const { imported } = await client.imports.commit({ previewId: first.previewId })
      const id = imported[0]!.id
      await client.cases.tag({ ids: [id], add: ['自己的标签'] })
      const again = await previewOf(client, textFile(text.replace('四十場', '五十場'), '改過.txt'))
      const draft = again.drafts[0]!
      matches(draft.duplicateOf, { id, kind: 'near', inLibrary: true }, 'near duplicate')
      const { of, rows } = await client.imports.compareDuplicate({ previewId: again.previewId, draftId: draft.draftId })
      equal(of.id, id, 'of')
      ok(rows.some(({ old, new: next }) => old.some(({ kind }) => kind === 'removed') && next.some(({ kind, text: added }) => kind === 'added' && added.includes('五'))), 'what differs')
      const result = await client.imports.commit({ previewId: again.previewId, decisions: [{ draftId: draft.draftId, duplicate: 'update' }] })
      matches(result, { imported: [], updated: [{ id }] }, 'updated')
      const { case: item } = await client.cases.get({ id })
      ok(item.sections[0]!.text.includes('五十場') && item.original?.text.includes('五十場') && item.tags.includes('自己的标签'), 'new text, old tags')
    }),
  ],
  'imports.stop': [
    call('ends reading; what was read can be had until it is given up', async (client) => {
      const previewId = crypto.randomUUID()
      const files = Array.from({ length: 60 }, (_, index) => textFile(messyText(uniqueWord()), `停${index}.txt`))
      const stream = await client.imports.prepare({ files, previewId })
      for (let step = 0; step < 4; step++) ok((await stream.next()).done === false, 'it goes on')
      const rest = readToEnd(stream).then(() => 'finished', () => 'stopped')
      const { read, total } = await client.imports.stop({ previewId })
      await rest
      ok(read > 0 && read <= total, `${read} of ${total}`)
      const [unfinished] = (await client.imports.unfinished()).filter((each) => each.previewId === previewId)
      matches(unfinished, { read, failed: 0 }, 'unfinished')
      equal(unfinished!.waiting.length, total - read, 'waiting')
      const preview = await client.imports.resume({ previewId })
      equal(preview.files.length, read, 'files')
      equal(preview.warnings.filter(({ code }) => code === 'NOT_READ').length, total - read, 'not read')
      equal(await client.imports.discard({ previewId }), { discarded: true }, 'discarded')
      ok((await client.imports.unfinished()).every((each) => each.previewId !== previewId), 'gone')
    }),
  ],
  'imports.unfinished': [
    call('holds a batch until it is committed, and no single file', async (client) => {
      const [previewId, single] = [crypto.randomUUID(), crypto.randomUUID()]
      await readToEnd(await client.imports.prepare({ files: [textFile(messyText(uniqueWord()))], previewId: single }))
      await readToEnd(await client.imports.prepare({ files: [textFile(messyText(uniqueWord())), new File([], '空.txt')], previewId }))
      const ids = async () => (await client.imports.unfinished()).map((each) => each.previewId)
      ok((await ids()).includes(previewId) && !(await ids()).includes(single), 'the batch alone')
      await client.imports.commit({ previewId })
      ok(!(await ids()).includes(previewId), 'committed')
    }),
  ],
  'imports.resume': [
    call('says that a batch is gone', async (client) => {
      await failsWith(client.imports.resume({ previewId: crypto.randomUUID() }), 'PREVIEW_EXPIRED')
    }),
  ],
  'imports.report': [
    call('tells file by file what became of it, in the language asked for', async (client) => {
      const { previewId } = await previewOf(client, textFile(messyText(uniqueWord()), '好,"的.txt'), new File([], '=坏.txt'))
      await client.imports.commit({ previewId })
      const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf((await client.imports.report({ previewId, format: 'csv', language: 'zh-Hans' })).file))
      ok(csv.startsWith('\ufeff"文件","结果"') && csv.includes('"好,""的.txt","已导入"') && csv.includes('"\'=坏.txt","没有读成"'), csv)
      const { file } = await client.imports.report({ previewId, format: 'html', language: 'en' })
      ok(file.name === 'Import report.html' && (await file.text()).includes('<td>not read</td>'), 'html')
      ok((await (await client.imports.report({ previewId, format: 'md', language: 'zh-Hant' })).file.text()).startsWith('# 匯入報告'), 'md')
    }),
  ],
  'imports.discard': [
    call('forgets the preview', async (client) => {
      const { previewId } = await previewOf(client, textFile(messyText(uniqueWord())))
      equal(await client.imports.discard({ previewId }), { discarded: true }, 'discarded')
      await failsWith(client.imports.commit({ previewId }), 'PREVIEW_EXPIRED')
    }),
  ],
  'exports.formats': [
    call('agrees with what the library says it can', async (client) => {
      const formats = await client.exports.formats()
      equal(formats.map(({ id }) => id), (await client.library.status()).capabilities.exportFormats, 'formats')
    }),
  ],
  'exports.attachments': [
    call('counts each content of a selection once', async (client) => {
      const first = await caseWithText(client, '甲')
      const second = await caseWithText(client, '乙')
      for (const { id } of [first, second]) await attached(client, id, `同一份 ${first.id}`)
      await attached(client, second.id, '')
      const bytes = new Blob([`同一份 ${first.id}`]).size
      equal(await client.exports.attachments({ cases: [first.id, second.id] }), { files: 2, bytes, remarks: [] }, 'both')
      equal(await client.exports.attachments({ cases: [first.id] }), { files: 1, bytes, remarks: [] }, 'one')
    }),
  ],
  'exports.create': [
    call('gives Markdown with the text as written', async (client) => {
      const item = await caseWithText(client, `第一段\n\n${AWKWARD.trim()}`)
      const stream = await client.exports.create({ cases: [item.id], format: 'md' })
      const { progress, result } = await readToEnd(stream)
      ok(progress.length > 0, 'progress')
      matches(result, { format: 'md', cases: 1 }, 'result')
      ok(result.file instanceof File && result.file.name.endsWith('.md'), 'a file with its name')
      const text = await result.file.text()
      ok(text.includes(item.title) && text.includes('𠮷田“鏡鑑”'), 'the text')
    }),
    call('gives an Office file', async (client) => {
      const item = await caseWithText(client, '一页幻灯片')
      const { result } = await readToEnd(await client.exports.create({ cases: [item.id], format: 'pptx' }))
      const bytes = await bytesOf(result.file)
      equal([...bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4], 'a zip archive')
      equal([...bytes.subarray(-22, -18)], [0x50, 0x4b, 5, 6], 'whole to its last record')
    }),
    call('refuses a format that is none', async (client) => {
      const ids = [await newCase(client)]
      await failsWith(readToEnd(await client.exports.create({ cases: ids, format: 'wordperfect' })), 'FORMAT_UNSUPPORTED', { format: 'wordperfect' })
    }),
    call('says when nothing is selected', async (client) => {
      await failsWith(readToEnd(await client.exports.create({ query: `"${uniqueWord()}"`, format: 'md' })), 'NOTHING_SELECTED')
    }),
  ],
  'bundles.merge': [
    call('takes its own bundle as unchanged, and brings an edit back in', async (client) => {
      const item = await caseWithText(client, '要交接的案例', { title: AWKWARD })
      const { result } = await readToEnd(await client.exports.create({ cases: [item.id], format: 'jingjian' }))
      const bundle = await wholeFile(result.file)
      matches(await client.bundles.merge({ file: bundle, dryRun: true }), { added: 0, updated: 0, conflicts: [], change: null }, 'unchanged')
      const answer = await client.bundles.merge({ file: bundle })
      ok(answer.unchanged > 0, 'records that are known')
      equal((await client.cases.get({ id: item.id })).case.title, AWKWARD, 'title')
    }),
    call('brings the contents of attachments, and says which attachment comes without', async (client) => {
      const item = await caseWithText(client, '有附件的案例')
      await attached(client, item.id, '已在这里')
      const { result } = await readToEnd(await client.exports.create({ cases: [item.id], format: 'jingjian' }))
      equal(result.remarks, [], 'nothing is left out')
      matches(await client.bundles.merge({ file: await wholeFile(result.file) }), { contents: { files: 0, bytes: 0 }, remarks: [] }, 'all is here')
      const { file, contents } = await bundleWithAttachments([`同事的附件 ${item.id}`], [`没有内容 ${item.id}`])
      const planned = await client.bundles.merge({ file, dryRun: true })
      matches(planned, { added: 1, contents: { files: 1, bytes: contents[0]!.bytes }, change: null }, 'planned')
      matches(planned.remarks, [{ code: 'NOT_HERE', name: contents[1]!.name }], 'without content')
      const merged = await client.bundles.merge({ file })
      equal({ ...merged, change: null }, planned, 'merged')
      const [caseId] = merged.change!.caseIds
      equal((await client.attachments.list({ id: caseId! })).map(({ here }) => here), [true, false], 'here')
      await client.history.undo()
    }),
    call('refuses half a bundle and changes nothing', async (client) => {
      const item = await caseWithText(client, '要交接的案例')
      const { result } = await readToEnd(await client.exports.create({ cases: [item.id], format: 'jingjian' }))
      const bytes = await bytesOf(result.file)
      const before = await client.history.list({})
      await failsWith(client.bundles.merge({ file: new File([bytes.subarray(0, bytes.length / 2)], '半.jingjian') }), 'BUNDLE_DAMAGED', { file: '半.jingjian' })
      equal((await client.history.list({})).length, before.length, 'history')
    }),
  ],
}
