/** Files as they come from a drop, a folder or the clipboard, made ready to be imported. */

/** A file with its place below what was dropped or chosen. */
export interface PlacedFile {
  path: string
  file: File
}

/** What systems and office programs put beside the files of a folder. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.|~\$|thumbs\.db$|desktop\.ini$)/iu

/** Without hidden files; a file is named by its place where another has the same name. */
export function namedApart(placed: readonly PlacedFile[]): File[] {
  const seen = placed.filter(({ path }) => !LEFTOVER.test(path))
  const counts = new Map<string, number>()
  for (const { file } of seen) counts.set(file.name, (counts.get(file.name) ?? 0) + 1)
  return seen.map(({ path, file }) => (
    counts.get(file.name) === 1 || path === file.name ? file : new File([file], path, { type: file.type, lastModified: file.lastModified })
  ))
}

/** Of an input that takes files or a folder. */
export function chosenFiles(list: Iterable<File> | null): File[] {
  return namedApart([...list ?? []].map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath })))
}

/**
 * Of a drop, with all that is in folders. To be called while the event is being handled: what it carries is gone
 * afterwards. A file chosen by itself is taken even where its name is that of a hidden one.
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const whole = [...files]
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry())
  if (!entries.some((entry) => entry?.isDirectory === true)) return whole
  const placed: PlacedFile[] = []
  for (const entry of entries) if (entry !== null) await collect(entry, placed)
  return namedApart(placed)
}

async function collect(entry: FileSystemEntry, placed: PlacedFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//u, '')
  if (LEFTOVER.test(path)) return
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    placed.push({ path, file })
    return
  }
  for (const inner of await inside(entry as FileSystemDirectoryEntry)) await collect(inner, placed)
}

async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    // A reader gives a hundred at a time, and none once it is through.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }))
    all.push(...some)
  }
}

/** What browsers call a picture that was copied itself, and not as a file. */
const COPIED_PICTURE = 'image.png'

/**
 * Of a paste: files, else formatted text, else plain text, else a picture. Programs put a picture of what was copied
 * beside its text, so that text comes first.
 * @param name of what has none, without an ending.
 */
export function pastedFiles(data: DataTransfer, name: string): File[] {
  const files = [...data.files]
  const pictures = files.filter((file) => file.name === COPIED_PICTURE)
  if (files.length > pictures.length) return files
  const [html, plain] = [data.getData('text/html'), data.getData('text/plain')]
  if (plain.trim() === '' && pictures.length > 0) return pictures.map((picture) => pictureOf(picture, name))
  return textFiles(html, plain, name)
}

/** The same of what the clipboard gives without a key being pressed; files cannot be had of it. */
export async function clipboardFiles(items: readonly ClipboardItem[], name: string): Promise<File[]> {
  const [html, plain, picture] = await Promise.all(['text/html', 'text/plain', 'image/png'].map(async (type) => {
    const item = items.find(({ types }) => types.includes(type))
    return item === undefined ? null : item.getType(type)
  }))
  const [formatted, text] = [await html?.text() ?? '', await plain?.text() ?? '']
  if (text.trim() === '' && picture) return [pictureOf(picture, name)]
  return textFiles(formatted, text, name)
}

function textFiles(html: string, plain: string, name: string): File[] {
  if (html.trim() !== '') return [new File([html], `${name}.html`, { type: 'text/html' })]
  return plain.trim() === '' ? [] : [new File([plain], `${name}.txt`, { type: 'text/plain' })]
}

function pictureOf(picture: Blob, name: string): File {
  return new File([picture], `${name}.png`, { type: 'image/png' })
}
