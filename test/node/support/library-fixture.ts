import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openLibrary, type OpenLibrary } from '#node/index'

/** What every fixture of a library holds, whichever program wrote it. */
export const FIXTURE = {
  titles: ['乌镇模式', '云南模式', '苏州模式'],
  tags: { '云南模式': ['会员服务', '组织建设/基层'], '苏州模式': ['会员服务'] },
  collections: ['样本', '云南的案例'],
  theme: '组织建设',
  quote: '五同等',
  notes: '日志里的最后一笔',
}

const open = (directory: string) => openLibrary({ directory, create: 'ifMissing', nativeDialogs: false, version: 'fixture' })

/** A library with something of everything: the first part in its snapshot and a backup, the rest in the journal alone. */
export async function makeFixture(directory: string, workingFolder: string): Promise<void> {
  const working = path.join(workingFolder, 'library')
  const first = await open(working)
  const ids = await fill(first)
  await first.client.backups.create()
  await first.close()
  const second = await open(working)
  await second.client.cases.edit({ id: ids.yunnan, set: { notes: FIXTURE.notes } })
  await second.client.cases.delete({ ids: [ids.wuzhen] })
  await second.client.history.undo()
  // Copied while it is open, so that the last commands are in no snapshot; everything confirmed is on the disk.
  rmSync(directory, { recursive: true, force: true })
  cpSync(working, directory, { recursive: true, filter: (file) => !/library\.lock|device\.json|preferences\.json/u.test(file) })
  await second.close()
}

async function fill({ client }: OpenLibrary) {
  const { id: yunnan } = await client.cases.create({
    title: '云南模式', organisation: '云南省工商联', region: { province: '云南', city: '昆明' },
    sections: [{ id: 's1', role: 'features', heading: '特色', text: '实行“五同等”：政治上同等对待。' }],
  })
  const { id: suzhou } = await client.cases.create({ title: '苏州', sections: [{ id: 's1', role: 'highlight', heading: '看点', text: '一城一策。' }] })
  const { id: wuzhen } = await client.cases.create({ title: '乌镇模式' })
  await client.cases.edit({ id: suzhou, set: { title: '苏州模式' } })
  await client.cases.tag({ ids: [yunnan, suzhou], add: ['会员服务'], remove: [] })
  await client.cases.tag({ ids: [yunnan], add: ['组织建设/基层'], remove: [] })
  await client.coding.code({ id: yunnan, theme: FIXTURE.theme, quote: FIXTURE.quote })
  await client.collections.create({ name: '样本', caseIds: [suzhou, yunnan] })
  await client.collections.create({ name: '云南的案例', query: 'region:云南' })
  return { yunnan, suzhou, wuzhen }
}
