import { equal, failsWith, matches, ok } from '../check'
import { caseWithText, newCase, uniqueWord } from '../fixtures'
import { call, type Calls } from './call'

export const studyingCalls: Calls<'coding' | 'matrix' | 'script'> = {
  'coding.themes': [
    call('counts what is coded', async (client) => {
      const theme = `主题${uniqueWord()}`
      const { id } = await caseWithText(client, '每月一次集中学习')
      await client.coding.code({ id, theme, quote: '集中学习' })
      equal((await client.coding.themes()).find(({ name }) => name === theme)?.count, 1, 'count')
    }),
  ],
  'coding.code': [
    call('anchors the quotation in the text', async (client) => {
      const { id } = await caseWithText(client, '社员白天做工，晚上上课。')
      const { passageId, anchored } = await client.coding.code({ id, theme: `主题${uniqueWord()}`, quote: '晚上上课' })
      ok(anchored, 'anchored')
      const passage = (await client.coding.passages({ id })).find((candidate) => candidate.id === passageId)
      matches(passage, { caseId: id, lost: false, anchor: { field: 'sections/first', exact: '晚上上课', start: 7, end: 11 } }, 'passage')
    }),
    call('says when the quotation is not there', async (client) => {
      const { id } = await caseWithText(client, '全文只有这一句。')
      await failsWith(client.coding.code({ id, theme: '主题', quote: '另外一句' }), 'QUOTE_NOT_FOUND')
    }),
  ],
  'coding.uncode': [
    call('takes the coding away', async (client) => {
      const { id } = await caseWithText(client, '设立互助基金，按季公开账目。')
      const { passageId } = await client.coding.code({ id, theme: `主题${uniqueWord()}`, quote: '互助基金' })
      const [themeId] = (await client.coding.passages({ id }))[0]!.themeIds
      await client.coding.uncode({ passageId, themeId: themeId! })
      ok((await client.coding.passages({ id })).every(({ themeIds }) => !themeIds.includes(themeId!)), 'no longer coded')
    }),
  ],
  'coding.passages': [
    call('has none at first', async (client) => equal(await client.coding.passages({ id: await newCase(client) }), [], 'passages')),
  ],
  'script.convert': [
    call('converts both ways, by phrases, and leaves what is in the script already', async (client) => {
      equal((await client.script.convert({ texts: ['干部发展，在皇后镇里', '頭髮'], to: 'traditional' })).texts, ['幹部發展，在皇后鎮裡', '頭髮'], 'traditional')
      equal((await client.script.convert({ texts: ['乾隆年間的頭髮', '里程'], to: 'simplified' })).texts, ['乾隆年间的头发', '里程'], 'simplified')
    }),
  ],
  'matrix.compare': [
    call('puts cases side by side in the order asked for', async (client) => {
      const first = await caseWithText(client, '推行“一户一档”，请社员监督。', { region: { province: '福建', city: '' } })
      const second = await caseWithText(client, '推行“一户一档”，另设夜校。', { region: { province: '浙江', city: '' } })
      const { cases, rows } = await client.matrix.compare({ ids: [second.id, first.id] })
      equal(cases.map(({ id }) => id), [second.id, first.id], 'columns')
      const region = rows.find(({ id }) => id === 'field:region')
      equal(region?.cells.map(({ caseId, summary }) => [caseId, summary]), [[second.id, '浙江'], [first.id, '福建']], 'cells')
    }),
    call('needs two cases', async (client) => {
      await failsWith(client.matrix.compare({ ids: [await newCase(client)] }), 'TOO_FEW_CASES', { limit: 2 })
    }),
  ],
}
