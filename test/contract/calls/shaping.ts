import type { Client, Reshape } from '#api'
import { equal, failsWith, matches, ok } from '../check'
import { withTexts, type PreviewWithTexts } from '../drafts'
import { messyText, previewOf, textFile, uniqueWord } from '../fixtures'
import { call, type Call } from './call'

type Shaping = 'saveTemplate' | 'deleteTemplate' | 'reshape' | 'recode' | 'remap' | 'undo' | 'redo'

const template = { name: '缘起 / 办法', sections: [{ role: 'background' as const, markers: ['缘起'] }, { role: 'practice' as const, markers: ['办法'] }], caseMarkers: [] }

interface Opened {
  preview: PreviewWithTexts
  file: string
  reshape: (operation: Reshape) => Promise<PreviewWithTexts>
}

async function opened(client: Client): Promise<Opened> {
  const file = textFile(messyText(uniqueWord()))
  const preview = await previewOf(client, file)
  return { preview, file: file.name, reshape: async (operation) => withTexts(client, await client.imports.reshape({ previewId: preview.previewId, file: file.name, operation })) }
}

const rolesOf = ({ drafts }: PreviewWithTexts) => drafts.map(({ sections }) => sections.map(({ role }) => role).join())

/** How a preview is cut otherwise. */
export const shapingCalls: Record<`imports.${Shaping}`, Call[]> = {
  'imports.saveTemplate': [
    call('keeps a template that then splits, and changes it', async (client) => {
      const { template: { id } } = await client.imports.saveTemplate(template)
      const text = ['甲', '乙'].map((name) => `缘起：${name}${uniqueWord()}。\n办法：一起想办法，每月一次。`).join('\n')
      const preview = await previewOf(client, textFile(text))
      equal(rolesOf(preview), ['background,practice', 'background,practice'], 'drafts')
      equal(preview.files[0]?.templateId, id, 'the way it was split')
      await client.imports.saveTemplate({ ...template, id, name: '改了名' })
      matches((await client.imports.templates()).find((each) => each.id === id), { name: '改了名', own: true }, 'renamed')
      await client.imports.deleteTemplate({ id })
    }),
    call('knows when there is none to change', async (client) => {
      await failsWith(client.imports.saveTemplate({ ...template, id: '01900000-0000-7000-8000-000000000009' }), 'TEMPLATE_NOT_FOUND')
    }),
  ],
  'imports.deleteTemplate': [
    call('is a step that can be taken back', async (client) => {
      const { template: { id } } = await client.imports.saveTemplate(template)
      await client.imports.deleteTemplate({ id })
      const isThere = async () => (await client.imports.templates()).some((each) => each.id === id)
      equal(await isThere(), false, 'deleted')
      await client.history.undo()
      equal(await isThere(), true, 'there again')
      await client.imports.deleteTemplate({ id })
    }),
    call('leaves those of the program', async (client) => {
      await failsWith(client.imports.deleteTemplate({ id: 'highlight-features' }), 'TEMPLATE_NOT_FOUND')
    }),
  ],
  'imports.reshape': [
    call('joins and splits cases, and keeps the ids of those it does not touch', async (client) => {
      const { preview, reshape } = await opened(client)
      const [first, second] = preview.drafts
      const joined = await reshape({ kind: 'mergeCase', draftId: second!.draftId })
      equal(joined.drafts.map(({ draftId }) => draftId), [first!.draftId], 'one is left')
      equal(joined.drafts[0]?.original, first!.original + second!.original, 'with all the text')
      const split = await reshape({ kind: 'splitCase', draftId: first!.draftId, at: first!.original.length })
      equal(split.drafts.map(({ original }) => original), [first!.original, second!.original], 'as before')
      equal(split.drafts[0]?.draftId, first!.draftId, 'the first keeps its id')
      ok(split.drafts[1]!.repairs.every(({ before, start, end }) => split.drafts[1]!.original.slice(start, end) === before), 'repairs follow their text')
    }),
    call('gives sections another role, and writes what is cut', async (client) => {
      const { preview, reshape } = await opened(client)
      const { draftId, layout } = preview.drafts[0]!
      await reshape({ kind: 'setSection', draftId, section: 's2', role: 'practice', heading: '做法' })
      const { start, end } = layout.sections[0]!
      await reshape({ kind: 'leaveOutSection', draftId, section: 's1' })
      const back = await reshape({ kind: 'takeInSection', draftId, section: 's1' })
      equal(back.drafts[0]?.sections[0]?.text, preview.drafts[0]!.sections[0]!.text, 'taken in again')
      const cut = await reshape({ kind: 'leaveOut', draftId, start, end })
      matches(cut.drafts[0], { sections: [{ text: '' }, { role: 'practice', heading: '做法' }] }, 'draft')
      const { imported } = await client.imports.commit({ previewId: preview.previewId })
      const { case: item } = await client.cases.get({ id: imported[0]!.id })
      equal(item.sections.map(({ role }) => role), ['practice'], 'sections')
      equal(item.original?.text, preview.drafts[0]!.original, 'the original is whole')
    }),
    call('refuses a border that cannot be', async (client) => {
      const { preview, reshape } = await opened(client)
      const { draftId } = preview.drafts[0]!
      await failsWith(reshape({ kind: 'mergeCase', draftId }), 'INVALID_INPUT')
      await failsWith(reshape({ kind: 'splitCase', draftId, at: 0 }), 'INVALID_INPUT')
      await failsWith(reshape({ kind: 'mergeSection', draftId, section: 's9' }), 'INVALID_INPUT')
    }),
  ],
  'imports.recode': [
    call('reads the same bytes again', async (client) => {
      const word = uniqueWord()
      const preview = await previewOf(client, textFile(`第一段。\n\n${word}`))
      ok(preview.files[0]!.encodings.includes('gb18030'), 'offered')
      const { previewId } = preview
      const { file } = preview.files[0]!
      const wrong = await withTexts(client, await client.imports.recode({ previewId, file, encoding: 'gb18030' }))
      matches(wrong, { files: [{ encoding: 'gb18030', encodingConfidence: 1 }], canUndo: true }, 'in GB18030')
      ok(!wrong.drafts.some(({ original }) => original.includes(word)), 'unreadable')
      const right = await withTexts(client, await client.imports.recode({ previewId, file, encoding: 'utf-8' }))
      ok(right.drafts.some(({ original }) => original.includes(word)), 'readable again')
      await failsWith(client.imports.recode({ previewId, file, encoding: 'koi8-r' }), 'INVALID_INPUT')
    }),
  ],
  'imports.remap': [
    call('makes the drafts again by what the columns become, and remembers it once it is imported', async (client) => {
      const heading = `编号${uniqueWord()}`
      const csv = (row: string) => textFile(`名称,${heading},做法\n${row}`, '表.csv')
      const preview = await previewOf(client, csv(`河谷茶社${uniqueWord()},007,每月一课`))
      const [title, , practice] = preview.files[0]!.tables[0]!.columns.map(({ use }) => use)
      matches(preview.files[0]!.tables[0]!.columns[1], { heading, samples: ['007'] }, 'leading zeros stay')
      const columns = [title!, { field: 'notes' as const }, practice!]
      const changed = await withTexts(client, await client.imports.remap({ previewId: preview.previewId, file: '表.csv', columns }))
      equal([changed.drafts[0]?.notes, changed.drafts[0]?.sections.length], ['007', 1], 'remapped')
      const meanwhile = await previewOf(client, csv(`东坡书院${uniqueWord()},011,清早上课`))
      matches(meanwhile, { files: [{ tables: [{ remembered: false }] }], drafts: [{ notes: '' }] }, 'not before it is imported')
      await client.imports.commit({ previewId: preview.previewId })
      const next = await previewOf(client, csv(`北岸木工坊${uniqueWord()},042,夜里上课`))
      matches(next, { files: [{ tables: [{ remembered: true }] }], drafts: [{ notes: '042' }] }, 'remembered')
      await failsWith(client.imports.remap({ previewId: next.previewId, file: '表.csv', columns: [] }), 'INVALID_INPUT')
    }),
  ],
  'imports.undo': [
    call('puts the drafts back as they were', async (client) => {
      const { preview, reshape } = await opened(client)
      equal([preview.canUndo, preview.canRedo], [false, false], 'nothing yet')
      await reshape({ kind: 'mergeCase', draftId: preview.drafts[1]!.draftId })
      const back = await withTexts(client, await client.imports.undo({ previewId: preview.previewId }))
      equal(back.drafts, preview.drafts, 'drafts')
      await failsWith(client.imports.undo({ previewId: preview.previewId }), 'NOTHING_TO_UNDO')
    }),
  ],
  'imports.redo': [
    call('does again what was taken back', async (client) => {
      const { preview: { previewId, drafts }, reshape } = await opened(client)
      const joined = await reshape({ kind: 'mergeCase', draftId: drafts[1]!.draftId })
      await client.imports.undo({ previewId })
      equal((await withTexts(client, await client.imports.redo({ previewId }))).drafts, joined.drafts, 'drafts')
      await failsWith(client.imports.redo({ previewId }), 'NOTHING_TO_REDO')
    }),
  ],
}
