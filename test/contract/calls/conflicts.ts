import type { Client } from '#api'
import { equal, failsWith, matches, ok } from '../check'
import { caseWithText } from '../fixtures'
import { foreignBundle } from '../foreign'
import { call, type Calls } from './call'

/** A case whose title and notes a colleague wrote as well. */
async function disputedCase(client: Client) {
  const item = await caseWithText(client, '两边都改过的案例', { title: '我们的标题', notes: '我们的备注' })
  await client.bundles.merge({ file: await foreignBundle(item.id, { title: '同事的标题', notes: '同事的备注' }) })
  return item.id
}

const openFields = async (client: Client, id: string) => (await client.conflicts.list({ id })).conflicts.map(({ field }) => field)

export const conflictCalls: Calls<'conflicts'> = {
  'conflicts.list': [
    call('lists both values of each field, of one record and of all, and finds the case by has:conflict', async (client) => {
      const id = await disputedCase(client)
      const { device, conflicts } = await client.conflicts.list({ id })
      equal(conflicts.map(({ field }) => field), ['notes', 'title'], 'fields')
      matches(conflicts[1], { id, kind: 'case', caseId: id, title: '我们的标题', shown: { value: '我们的标题', device } }, 'title')
      matches(conflicts[1]!.others[0], { value: '同事的标题', device: 'foreign0' }, 'other')
      ok((await client.conflicts.list({})).conflicts.filter((each) => each.id === id).length === 2, 'among all')
      ok((await client.cases.list({ query: 'has:conflict' })).cases.some((each) => each.id === id), 'has:conflict')
    }),
    call('refuses a record that is none', async (client) => {
      await failsWith(client.conflicts.list({ id: 'no-such-record' }), 'CASE_NOT_FOUND')
    }),
  ],
  'conflicts.settle': [
    call('takes the other value as one step that undo takes back, and keeps the shown one', async (client) => {
      const id = await disputedCase(client)
      const { conflicts } = await client.conflicts.list({ id })
      const { device, time } = conflicts[1]!.others[0]!
      equal((await client.conflicts.settle({ id, field: 'title', take: { device, time } })).change?.caseIds, [id], 'change')
      equal((await client.cases.get({ id })).case.title, '同事的标题', 'taken')
      await client.conflicts.settle({ id, field: 'notes' })
      equal((await client.cases.get({ id })).case.notes, '我们的备注', 'kept')
      equal(await openFields(client, id), [], 'settled')
      await client.history.undo()
      await client.history.undo()
      equal((await client.cases.get({ id })).case.title, '我们的标题', 'undone')
    }),
    call('deletes after all what a colleague deleted', async (client) => {
      const item = await caseWithText(client, '同事删去的案例')
      await client.bundles.merge({ file: await foreignBundle(item.id, { deleted: { seen: {} } }) })
      const { conflicts: [conflict] } = await client.conflicts.list({ id: item.id })
      equal(conflict?.field, 'deleted', 'field')
      await client.conflicts.settle({ id: item.id, field: 'deleted', take: conflict!.others[0] })
      await failsWith(client.cases.get({ id: item.id }), 'CASE_NOT_FOUND')
    }),
    call('refuses what is settled already', async (client) => {
      const id = await disputedCase(client)
      await failsWith(client.conflicts.settle({ id, field: 'title', take: { device: 'nobody', time: '0mi0000000000' } }), 'CONFLICT_NOT_FOUND')
      await client.conflicts.settle({ id, field: 'title' })
      await failsWith(client.conflicts.settle({ id, field: 'title' }), 'CONFLICT_NOT_FOUND')
    }),
  ],
  'conflicts.settleAll': [
    call('settles all of a case by theirs, as one step', async (client) => {
      const id = await disputedCase(client)
      equal((await client.conflicts.settleAll({ ids: [id], side: 'theirs' })).settled, 2, 'settled')
      matches((await client.cases.get({ id })).case, { title: '同事的标题', notes: '同事的备注', conflicts: [] }, 'theirs')
      await client.history.undo()
      matches((await client.cases.get({ id })).case, { title: '我们的标题', notes: '我们的备注' }, 'undone')
    }),
  ],
}
