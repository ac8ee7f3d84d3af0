import { equal, failsWith, matches, ok } from '../check'
import { AWKWARD, caseWithText, messyText, newCase, previewOf, textFile, uniqueWord } from '../fixtures'
import { call, type Calls } from './call'

const MISSING = '01890000-0000-7000-8000-000000000000'

export const caseCalls: Calls<'cases'> = {
  'cases.list': [
    call('sorts titles by pinyin and counts beyond the page', async (client) => {
      const tag = uniqueWord()
      const ids: Record<string, string> = {}
      for (const title of ['中兴模式', '安宁模式', '李庄模式']) ids[title] = await newCase(client, { title })
      await client.cases.tag({ ids: Object.values(ids), add: [tag] })
      const { total, cases } = await client.cases.list({ tag, limit: 2 })
      equal(total, 3, 'total')
      equal(cases.map(({ title }) => title), ['安宁模式', '李庄模式'], 'order')
    }),
    call('gives only those asked for, without those that are not there', async (client) => {
      const [first, second] = [await newCase(client, { title: '乙' }), await newCase(client, { title: '甲' })]
      const { total, cases } = await client.cases.list({ ids: [first, 'none', second] })
      equal([total, cases.map(({ id }) => id)], [2, [second, first]], 'cases')
    }),
    call('refuses a page of nothing', async (client) => failsWith(client.cases.list({ limit: 0 }), 'INVALID_INPUT')),
  ],
  'cases.get': [
    call('gives the case as it was made', async (client) => {
      const region = { province: '云南', city: '大理' }
      const made = await caseWithText(client, `第一行\n${AWKWARD}`, { title: AWKWARD, region, notes: '备注' })
      const { case: item } = await client.cases.get({ id: made.id })
      matches(item, { title: AWKWARD, region, notes: '备注', original: null, tags: [] }, 'fields')
      equal(item.sections[0]?.text, `第一行\n${AWKWARD}`, 'text')
    }),
    call('says which case is missing', async (client) => failsWith(client.cases.get({ id: MISSING }), 'CASE_NOT_FOUND', { id: MISSING })),
  ],
  'cases.create': [
    call('answers with the id and the change', async (client) => {
      const { id, change } = await client.cases.create({ title: '新案例' })
      equal(change.caseIds, [id], 'touched')
      ok(/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id), 'a UUIDv7')
    }),
    call('refuses an empty title', async (client) => failsWith(client.cases.create({ title: '' }), 'INVALID_INPUT')),
  ],
  'cases.edit': [
    call('sets what is given and leaves the rest', async (client) => {
      const made = await caseWithText(client, '原文', { organisation: '青禾社' })
      const { case: item, change } = await client.cases.edit({ id: made.id, set: { title: '新标题', period: '2015–2018' } })
      matches(item, { title: '新标题', period: '2015–2018', organisation: '青禾社', sections: made.sections }, 'fields')
      equal(change?.caseIds, [made.id], 'touched')
    }),
    call('writes nothing where nothing changes', async (client) => {
      const made = await caseWithText(client, '原文')
      equal((await client.cases.edit({ id: made.id, set: { title: made.title } })).change, null, 'change')
    }),
    call('says which case is missing', async (client) => {
      await failsWith(client.cases.edit({ id: MISSING, set: { title: '无' } }), 'CASE_NOT_FOUND', { id: MISSING })
    }),
  ],
  'cases.confirm': [
    call('takes a proposed title as the user\'s own', async (client) => {
      const preview = await previewOf(client, textFile(messyText(uniqueWord())))
      const { imported } = await client.imports.commit({ previewId: preview.previewId })
      const { id } = imported[0]!
      ok((await client.cases.get({ id })).case.proposed.includes('title'), 'proposed at first')
      await client.cases.confirm({ id, fields: ['title'] })
      ok(!(await client.cases.get({ id })).case.proposed.includes('title'), 'confirmed')
    }),
  ],
  'cases.tag': [
    call('adds to several cases and removes again', async (client) => {
      const ids = [await newCase(client), await newCase(client)]
      await client.cases.tag({ ids, add: ['组织/党建', '学习'] })
      equal([...(await client.cases.get({ id: ids[1]! })).case.tags].sort(), ['学习', '组织/党建'], 'added')
      await client.cases.tag({ ids, remove: ['学习'] })
      equal((await client.cases.get({ id: ids[0]! })).case.tags, ['组织/党建'], 'removed')
      equal((await client.cases.tag({ ids, remove: ['学习'] })).change, null, 'nothing left to remove')
    }),
  ],
  'cases.delete': [
    call('takes the case away until it is undone', async (client) => {
      const id = await newCase(client)
      await client.cases.delete({ ids: [id] })
      await failsWith(client.cases.get({ id }), 'CASE_NOT_FOUND', { id })
      await client.history.undo()
      equal((await client.cases.get({ id })).case.id, id, 'back')
    }),
  ],
  'cases.setRepair': [
    call('takes an applied repair back and keeps the original', async (client) => {
      const preview = await previewOf(client, textFile(messyText(uniqueWord())))
      const { imported } = await client.imports.commit({ previewId: preview.previewId })
      const { id } = imported[0]!
      const before = (await client.cases.get({ id })).case
      const repair = before.original?.repairs.find(({ kind, applied }) => kind === 'pinyin' && applied)
      ok(repair !== undefined, 'an applied repair of pinyin')
      const { case: item } = await client.cases.setRepair({ id, repairId: repair.id, applied: false })
      equal(item.original?.text, before.original?.text, 'original')
      matches(item.original?.repairs.find((other) => other.id === repair.id), { applied: false, decided: true }, 'repair')
      ok(item.sections.some(({ text }) => text.includes('(xiāng)')), 'the residue stands in the text again')
    }),
    call('says which repair is missing', async (client) => {
      await failsWith(client.cases.setRepair({ id: await newCase(client), repairId: 'none', applied: true }), 'REPAIR_NOT_FOUND')
    }),
  ],
  'cases.setRepairs': [
    call('takes all repairs of a kind back, where their text still stands, and applies them again', async (client) => {
      const preview = await previewOf(client, textFile(messyText(uniqueWord())))
      const { imported } = await client.imports.commit({ previewId: preview.previewId })
      const { id } = imported[0]!
      const before = (await client.cases.get({ id })).case
      const pinyin = before.original!.repairs.filter(({ kind, applied }) => kind === 'pinyin' && applied)
      const taken = await client.cases.setRepairs({ id, kind: 'pinyin', applied: false })
      equal(taken.missed.length, 0, 'missed')
      ok(taken.case.sections.some(({ text }) => text.includes('(xiāng)')), 'the residue stands in the text again')
      ok(pinyin.every((repair) => taken.case.original?.repairs.find((other) => other.id === repair.id)?.applied === false), 'all taken back')
      await client.history.undo()
      equal((await client.cases.get({ id })).case.sections.map(({ text }) => text).join('\n'), before.sections.map(({ text }) => text).join('\n'), 'text')
      await client.cases.edit({ id, set: { sections: before.sections.map((section) => ({ ...section, text: '改写' })) } })
      equal((await client.cases.setRepairs({ id, kind: 'pinyin', applied: false })).missed.length, pinyin.length, 'missed where it was rewritten')
    }),
  ],
  'cases.tags': [
    call('counts the cases of each tag', async (client) => {
      const tag = uniqueWord()
      await client.cases.tag({ ids: [await newCase(client), await newCase(client)], add: [tag] })
      equal((await client.cases.tags()).find((entry) => entry.tag === tag)?.count, 2, 'count')
    }),
  ],
  'cases.renameTag': [
    call('renames it in every case', async (client) => {
      const [from, to] = [uniqueWord(), uniqueWord()]
      const id = await newCase(client)
      await client.cases.tag({ ids: [id], add: [from] })
      await client.cases.renameTag({ from, to })
      equal((await client.cases.get({ id })).case.tags, [to], 'tags')
    }),
  ],
}
