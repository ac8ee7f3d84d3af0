import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { withTexts } from '../contract/drafts'
import { memoryClient } from '../library/support'

const sample = new URL('../../../shared/samples/chambers-raw.txt', import.meta.url)
const isThere = existsSync(sample)
if (!isThere) console.warn(`skipped: the sample document is not at ${sample.pathname}`)

const words = await readFile(new URL('../../resources/word-frequencies.txt', import.meta.url), 'utf8')

describe.skipIf(!isThere)('the sample document of eight chambers', () => {
  it('becomes eight cases, cleaned, titled and found again', async () => {
    const { client } = await memoryClient({ resources: { 'word-frequencies.txt': words } })
    const text = await readFile(sample, 'utf8')
    const prepare = async () => {
      const stream = await client.imports.prepare({ files: [new File([text], 'chambers-raw.txt')] })
      let step = await stream.next()
      while (step.done !== true) step = await stream.next()
      return withTexts(client, step.value)
    }
    const preview = await prepare()
    const { drafts } = preview
    expect(drafts.map(({ title }) => title)).toEqual([
      '江西省首個鄉鎮級商會黨委', '南京金華商會', '廣州青商會', '廈門莆田商會', '長沙市眼鏡商會', '長沙泉州商會', '鄭州商會', '云南模式',
    ])
    expect(drafts.every(({ proposed }) => proposed.includes('title'))).toBe(true)
    expect(drafts.map(({ sections }) => sections.map(({ role }) => role))).toEqual(Array.from({ length: 8 }, () => ['highlight', 'features']))
    expect(drafts.map(({ original }) => original).join('')).toBe(text)

    const repairs = drafts.flatMap((draft) => draft.repairs)
    expect(repairs.filter(({ kind, applied }) => kind === 'pinyin' && applied)).toHaveLength(81)
    expect(repairs.filter(({ kind }) => kind !== 'pinyin' && kind !== 'punctuation')).toMatchObject([
      { kind: 'damage', before: '日?;顒拥膿c', after: '日常活動的據點', applied: false, decided: false },
    ])
    const cleaned = drafts.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n')
    expect(cleaned.match(/\([^)]*\)/gu)).toHaveLength(3)
    expect(drafts[2]!.original).toContain('日?;顒拥膿c')
    expect(drafts[2]!.sections[1]!.text).toContain('日?;顒拥膿c')
    expect(preview.warnings.map(({ code }) => code)).toEqual(['DAMAGE_FOUND'])

    const { imported } = await client.imports.commit({ previewId: preview.previewId })
    const again = await client.imports.commit({ previewId: (await prepare()).previewId })
    expect(again.imported).toEqual([])
    expect(again.duplicates.map(({ of }) => of)).toEqual(imported.map(({ id }) => id))
    expect((await client.cases.list({})).total).toBe(8)

    const damage = repairs.find(({ kind }) => kind === 'damage')!
    const { case: repaired } = await client.cases.setRepair({ id: imported[2]!.id, repairId: damage.id, applied: true })
    expect(repaired.sections[1]!.text).toContain('日常活動的據點')
  })
})
