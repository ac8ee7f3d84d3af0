import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readableFormats } from '../../src/core/import/format-of'
import { commandLine } from '../cli/support'
import { memoryClient } from '../library/support'

const endings = readableFormats().flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))

it.each(['zh', 'en'])('the guide in %s names every ending that can be read', async (language) => {
  const guide = await readFile(new URL(`../../docs/guide/${language}.md`, import.meta.url), 'utf8')
  expect(endings.filter((ending) => !new RegExp(`\\${ending}(?![a-z])`, 'u').test(guide))).toEqual([])
})

it('the interface, the help of the command line and the refusal of an unknown file name them too', async () => {
  const { client } = await memoryClient()
  expect((await client.imports.formats()).flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))).toEqual(endings)
  const line = commandLine()
  try {
    expect((await line.command(['import', '--help'])).out).toContain(endings.join(' '))
    await line.command(['init'])
    const { json } = await line.command(['import', new URL('../../package.json', import.meta.url).pathname.replace('package.json', 'LICENSE'), '--json'])
    expect((json as { error: { hint: string } }).error.hint).toContain(endings.join(' '))
  } finally {
    line.remove()
  }
})
