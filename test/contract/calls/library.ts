import { equal, failsWith, matches, ok } from '../check'
import { caseWithText, newCase } from '../fixtures'
import { call, type Calls } from './call'

export const libraryCalls: Calls<'library' | 'backups'> = {
  'library.status': [
    call('counts cases and names what can be undone', async (client) => {
      const before = await client.library.status()
      await newCase(client)
      const after = await client.library.status()
      equal(after.cases, before.cases + 1, 'cases')
      equal(after.undo, { name: 'case.create' }, 'undo')
      matches(after, { libraryId: before.libraryId, readOnly: null, capabilities: { write: true, import: true } }, 'status')
      ok(after.capabilities.exportFormats.includes('jingjian'), 'bundles can be exported')
    }),
  ],
  'library.addSample': [
    call('adds the sample cases once', async (client) => {
      const { cases } = await client.library.status()
      const first = await client.library.addSample()
      equal((await client.library.status()).cases, cases + first.added, 'cases')
      ok(first.added > 0, 'the sample has cases')
      equal(await client.library.addSample(), { added: 0, change: null }, 'a second time')
    }),
  ],
  'library.check': [
    call('finds nothing wrong', async (client) => equal(await client.library.check(), { ok: true, problems: [] }, 'check')),
  ],
  'library.dismissRecovery': [
    call('leaves nothing to be told of', async (client) => {
      await client.library.dismissRecovery()
      equal((await client.library.status()).recovery, [], 'recovery')
      equal(await client.library.dismissRecovery(), { dismissed: 0 }, 'a second time')
    }),
  ],
  'library.preferences': [
    call('gives a choice for everything', async (client) => {
      const preferences = await client.library.preferences()
      ok(preferences.panes.sidebar > 0 && preferences.language.length > 0, 'preferences')
    }),
  ],
  'library.setPreferences': [
    call('keeps what is set and leaves the rest', async (client) => {
      const before = await client.library.preferences()
      const after = await client.library.setPreferences({ panes: { sidebar: 301, list: 402 } })
      equal(after, { ...before, panes: { sidebar: 301, list: 402 } }, 'answer')
      equal(await client.library.preferences(), after, 'kept')
    }),
    call('leaves a choice that is not the usual one', async (client) => {
      await client.library.setPreferences({ appearance: 'dark', recentQueries: ['云南'] })
      const { appearance, recentQueries } = await client.library.setPreferences({ language: 'en' })
      equal({ appearance, recentQueries }, { appearance: 'dark', recentQueries: ['云南'] }, 'kept')
      await client.library.setPreferences({ language: 'zh-Hans', appearance: 'system', recentQueries: [] })
    }),
    call('refuses a value that is none', async (client) => {
      await failsWith(client.library.setPreferences({ language: 'klingon' as 'en' }), 'INVALID_INPUT')
    }),
  ],
  'backups.list': [
    call('lists a backup that was made', async (client) => {
      const made = await client.backups.create()
      const listed = (await client.backups.list()).find(({ name }) => name === made.name)
      equal(listed, made, 'listed')
      matches(made, { reason: 'manual', state: 'good' }, 'made')
    }),
  ],
  'backups.create': [
    call('counts cases and bytes', async (client) => {
      await newCase(client)
      const { cases } = await client.library.status()
      const backup = await client.backups.create()
      equal(backup.cases, cases, 'cases')
      ok(backup.bytes > 0, 'bytes')
    }),
  ],
  'backups.preview': [
    call('names what would come back, go and change, and changes nothing itself', async (client) => {
      const edited = await caseWithText(client, '预览前的文字')
      const deleted = await newCase(client)
      const { title } = (await client.cases.get({ id: deleted })).case
      const { name, cases } = await client.backups.create()
      const added = await newCase(client)
      await client.cases.edit({ id: edited.id, set: { title: '改过的标题' } })
      await client.cases.delete({ ids: [deleted] })
      const before = await client.library.status()
      const preview = await client.backups.preview({ name })
      equal(preview.cases, cases, 'cases')
      equal(preview.returning, { total: 1, cases: [{ id: deleted, title }] }, 'returning')
      equal(preview.changing, { total: 1, cases: [{ id: edited.id, title: '改过的标题' }] }, 'changing')
      equal(preview.going.cases.map(({ id }) => id), [added], 'going')
      equal(await client.library.status(), before, 'status')
    }),
    call('refuses a name that is none', async (client) => {
      await failsWith(client.backups.preview({ name: 'no-such-backup' }), 'BACKUP_NOT_FOUND')
    }),
  ],
  'backups.restore': [
    call('brings a deleted case and an edited text back, and can be undone', async (client) => {
      const item = await caseWithText(client, '修复前的文字')
      const { name } = await client.backups.create()
      await client.cases.edit({ id: item.id, set: { title: '改过的标题' } })
      const restored = await client.backups.restore({ name })
      ok(restored.change?.caseIds.includes(item.id), 'the case is among those changed')
      equal((await client.backups.list())[0]?.reason, 'restore', 'a backup of what was there before')
      equal((await client.cases.get({ id: item.id })).case.title, item.title, 'restored')
      await client.history.undo()
      equal((await client.cases.get({ id: item.id })).case.title, '改过的标题', 'undone')
    }),
    call('refuses a name that is none', async (client) => {
      await failsWith(client.backups.restore({ name: 'no-such-backup' }), 'BACKUP_NOT_FOUND')
    }),
  ],
}
