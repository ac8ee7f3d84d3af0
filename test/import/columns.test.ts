import { beforeEach, expect, it } from 'vitest'
import type { Client, ColumnUse, ImportPreview } from '#api'
import { memoryClient } from '../library/support'

const HEADINGS = '标题,届次,做法\n'
const NOTES: ColumnUse = { field: 'notes' }

let client: Client
beforeEach(async () => { ({ client } = await memoryClient()) })

async function prepare(row: string): Promise<ImportPreview> {
  const stream = await client.imports.prepare({ files: [new File([HEADINGS + row], '表.csv')] })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value
  }
}

/** A preview of a table whose second column was made the notes. */
async function chosen(row: string): Promise<string> {
  const { previewId, files } = await prepare(row)
  const [title, , practice] = files[0]!.tables[0]!.columns.map(({ use }) => use)
  await client.imports.remap({ previewId, file: '表.csv', columns: [title!, NOTES, practice!] })
  return previewId
}

const isRemembered = async (): Promise<boolean> => (await prepare('西坡茶社,第九届,每年一课')).files[0]!.tables[0]!.remembered

it('what columns become is not remembered where the choice was undone, the preview given up, or the import only tried', async () => {
  const undone = await chosen('河谷茶社,第一届,每月一课')
  await client.imports.undo({ previewId: undone })
  await client.imports.commit({ previewId: undone })
  await client.imports.discard({ previewId: await chosen('北岸木工坊,第二届,夜里上课') })
  await client.imports.commit({ previewId: await chosen('东坡书院,第三届,清早上课'), dryRun: true })
  expect(await isRemembered()).toBe(false)
})

it('it is remembered once imported, and still is when the import is undone, which takes back the cases alone', async () => {
  await client.imports.commit({ previewId: await chosen('河谷茶社,第一届,每月一课') })
  expect(await isRemembered()).toBe(true)
  await client.history.undo()
  expect((await client.cases.list({})).total).toBe(0)
  expect(await isRemembered()).toBe(true)
})

it('of two previews the one that is imported last counts, and one that only took over what was remembered changes nothing', async () => {
  await client.imports.commit({ previewId: await chosen('河谷茶社,第一届,每月一课') })
  const takenOver = await prepare('北岸木工坊,第二届,夜里上课')
  const { previewId, files } = await prepare('东坡书院,第三届,清早上课')
  const [title, , practice] = files[0]!.tables[0]!.columns.map(({ use }) => use)
  await client.imports.remap({ previewId, file: '表.csv', columns: [title!, { field: 'period' }, practice!] })
  await client.imports.commit({ previewId })
  await client.imports.commit({ previewId: takenOver.previewId })
  expect((await prepare('西坡茶社,第九届,每年一课')).files[0]!.tables[0]!.columns[1]!.use).toEqual({ field: 'period' })
})
