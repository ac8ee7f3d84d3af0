import { expect, it } from 'vitest'
import { droppedFiles, namedApart, pastedFiles } from './incoming-files'

const file = (name: string, text = name) => new File([text], name)

/** A folder as the browser gives it: entries by hundreds at most, each file on demand. */
function entry(path: string, children?: FileSystemEntry[]): FileSystemEntry {
  const name = path.split('/').at(-1)!
  const common = { name, fullPath: `/${path}`, isFile: children === undefined, isDirectory: children !== undefined }
  if (children === undefined) return { ...common, file: (give: (file: File) => void) => give(file(name)) } as unknown as FileSystemEntry
  return {
    ...common,
    createReader() {
      const left = [...children]
      return { readEntries: (give: (entries: FileSystemEntry[]) => void) => give(left.splice(0, 100)) }
    },
  } as unknown as FileSystemEntry
}

const transfer = (entries: FileSystemEntry[], files: File[] = []) =>
  ({ files, items: entries.map((each) => ({ kind: 'file', webkitGetAsEntry: () => each })) }) as unknown as DataTransfer

const clipboard = (files: File[], texts: Record<string, string>) => ({ files, getData: (type: string) => texts[type] ?? '' }) as unknown as DataTransfer

it('names files by their place only where their names are the same', () => {
  const placed = ['甲/一.txt', '乙/一.txt', '乙/二.txt'].map((path) => ({ path, file: file(path.split('/')[1]!) }))
  expect(namedApart(placed).map(({ name }) => name)).toEqual(['甲/一.txt', '乙/一.txt', '二.txt'])
})

it('takes all files of a folder and of those within, in order, and no hidden ones', async () => {
  const many = Array.from({ length: 230 }, (_, index) => entry(`文稿/年报/${index + 1}.txt`))
  const leftovers = ['.DS_Store', 'Thumbs.db', '~$报告.docx', 'desktop.ini'].map((name) => entry(`文稿/${name}`))
  const folder = entry('文稿', [...leftovers, entry('文稿/.git', [entry('文稿/.git/config')]), entry('文稿/年报', many), entry('文稿/片.xyz')])
  const names = (await droppedFiles(transfer([folder, entry('单篇.txt')]))).map(({ name }) => name)
  expect(names).toHaveLength(232)
  expect(names.slice(0, 3)).toEqual(['1.txt', '2.txt', '3.txt'])
  expect(names.slice(-2)).toEqual(['片.xyz', '单篇.txt'])
})

it('takes a file that was dropped by itself as it is', async () => {
  expect(await droppedFiles(transfer([entry('.说明.txt')], [file('.说明.txt')]))).toMatchObject([{ name: '.说明.txt' }])
})

it('pastes files before text, formatted text before plain, and a picture of a text not at all', () => {
  const name = '剪贴板'
  const picture = file('image.png')
  const names = (data: DataTransfer) => pastedFiles(data, name).map((each) => each.name)
  expect(names(clipboard([file('报告.docx')], { 'text/plain': '报告.docx' }))).toEqual(['报告.docx'])
  expect(names(clipboard([picture], { 'text/html': '<p>文</p>', 'text/plain': '文' }))).toEqual(['剪贴板.html'])
  expect(names(clipboard([], { 'text/plain': '文' }))).toEqual(['剪贴板.txt'])
  expect(names(clipboard([picture], { 'text/html': '<img src="x">' }))).toEqual(['剪贴板.png'])
  expect(names(clipboard([], { 'text/plain': ' \n' }))).toEqual([])
})
