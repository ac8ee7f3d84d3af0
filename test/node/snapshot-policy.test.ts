import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openLibrary } from '#node/index'
import { quickFolder, useOwnConfiguration } from './support/folders'

beforeAll(() => void useOwnConfiguration())

const open = (directory: string) => openLibrary({ directory, create: 'ifMissing', nativeDialogs: false })

/** As many cases as no small library has, each with a line of text. */
function manyCases(): File {
  const lines = Array.from({ length: 520 }, (_, index) => `看点：第${index}家商会的办法各不相同。\n特色：第${index}家商会有自己的做法。`)
  return new File([lines.join('\n')], 'many.txt')
}

async function importInto(directory: string): Promise<string> {
  const library = await open(directory)
  const preview = library.client.imports.prepare({ files: [manyCases()] })
  const stream = await preview
  let step = await stream.next()
  while (step.done !== true) step = await stream.next()
  const { imported } = await library.client.imports.commit({ previewId: step.value.previewId })
  await library.close()
  return imported[0]!.id
}

test('a large library is not written anew for one small change, and the change is there at the next start', async () => {
  const directory = path.join(quickFolder(), 'library')
  const snapshot = () => readFileSync(path.join(directory, 'library.json'), 'utf8')
  const id = await importInto(directory)
  const afterImport = snapshot()
  expect(afterImport).toContain(id)

  const second = await open(directory)
  await second.client.cases.tag({ ids: [id], add: ['后来'] })
  await second.close()
  expect(snapshot()).toBe(afterImport)

  const third = await open(directory)
  expect((await third.client.cases.get({ id })).case.tags).toEqual(['后来'])
  for (let count = 0; count < 50; count++) await third.client.cases.tag({ ids: [id], add: [`第${count}`] })
  await third.close()
  expect(snapshot()).toContain('第49')
})
