import { AppError, LARGEST_IMPORT, LARGEST_TEXT, WarningCode, type Accept, type ImportWarning, type Progress } from '#api'
import type { AppContext } from '../context'
import { pause } from '../slices'
import type { ReadDocument } from './document'
import { BUNDLE, formatById, formatOf, isArchive, isBundle, readableEndings } from './format-of'
import { runJob } from './jobs'
import { cut, isCut, type Cutting, type Looked } from './look'
import { markDuplicates } from './mark-duplicates'
import { picturesOf, type FilePictures } from './picture-pages'
import type { Split } from './split'
import { splitFile, type SplitFile } from './split-file'
import type { RememberedColumns } from './table'
import { unpack, type IncomingFile } from './unpack'

const MEGABYTE = 1024 * 1024
/** Characters of a text that is cut in less time than it takes to hand it to another thread. */
const LONGEST_CUT_IN_PLACE = 100_000
const ALL_TEXT = new Set(['txt', 'md', 'csv', 'json'])

/** A file of a preview, read and looked through once; it can be split again without reading it again. */
export interface PreparedFile extends Pick<Looked, 'document' | 'spots' | 'encodingRepair'> {
  name: string
  /** Of the document as it was read; another reading has another. */
  textId: string
  format: string
  bytes: number
  /** The file itself, to be read again in another encoding. */
  open: IncomingFile['open']
  /** Its pages that are pictures; null where it has none. */
  pictures: FilePictures | null
}

/** With the way it is cut, where its text is. */
export interface LookedFile {
  file: PreparedFile
  split: Split | null
}

/** What is known before a file is read. */
export interface ReadingWishes {
  accept: Accept
  /** How columns of tables were mapped before. */
  columns: RememberedColumns
  cutting: Cutting
  /** A person's choice of the encoding. */
  encoding?: string
}

/**
 * Reads one file, finds its damage and cuts it.
 * @throws AppError FILE_EMPTY, FILE_BINARY, FILE_DAMAGED, FILE_ENCRYPTED, FILE_UNSAFE, FILE_TOO_LARGE, FILE_UNREADABLE,
 * FORMAT_UNSUPPORTED (`detail` is `bundle` for the program's own bundles, which are merged instead).
 */
export async function readFile(
  { ports }: AppContext, { name, open }: IncomingFile, { accept, columns, cutting, encoding }: ReadingWishes, signal?: AbortSignal,
): Promise<LookedFile> {
  if (isBundle(name)) throw new AppError('FORMAT_UNSUPPORTED', { file: name, format: BUNDLE, detail: 'bundle' })
  // An archive that holds a single document is one, whatever it is called: its content tells.
  const format = formatOf(name) ?? (isArchive(name) ? formatById('txt') : undefined)
  if (format === undefined) throw new AppError('FORMAT_UNSUPPORTED', { file: name, format: name.split('.').at(-1) ?? '', detail: readableEndings() })
  const file = await open()
  const limit = ALL_TEXT.has(format.id) ? LARGEST_TEXT : LARGEST_IMPORT
  if (file.size > limit * MEGABYTE) throw new AppError('FILE_TOO_LARGE', { file: name, limit, detail: `${limit} MB` })
  const wish = encoding === undefined ? {} : { encoding }
  const { split, ...read } = await runJob(ports, { kind: 'read', format: format.id, bytes: await bytesOf(file, name), file: name, columns, accept, cutting, ...wish }, signal)
  return { file: { ...read, name, textId: ports.ids.id(), bytes: file.size, open, pictures: picturesOf(read.document, file) }, split }
}

/** A file of which another document was made, looked through anew. `accept` is null where its encoding was seen to before. */
export async function lookedThrough(
  { ports }: AppContext, before: PreparedFile, document: ReadDocument, accept: Accept | null, cutting: Cutting, signal?: AbortSignal,
): Promise<LookedFile> {
  const { split, encodingRepair, ...looked } = await runJob(ports, { kind: 'look', document, accept, cutting }, signal)
  return { file: { ...before, ...looked, textId: ports.ids.id(), encodingRepair: accept === null ? before.encodingRepair : encodingRepair }, split }
}

/** A file that was looked through before, cut in another way. */
export async function cutAgain({ ports }: AppContext, file: PreparedFile, cutting: Cutting): Promise<LookedFile> {
  const { text, isMarkdown } = file.document
  if (!isCut(file.document, cutting.way)) return { file, split: null }
  const isLong = text.length > LONGEST_CUT_IN_PLACE
  return { file, split: isLong ? await runJob(ports, { kind: 'cut', text, isMarkdown, cutting }, undefined) : cut(file.document, cutting) }
}

/** Keeps what happens to the files of a batch. */
export interface BatchLog {
  begin(files: string[]): Promise<void>
  found(files: string[]): Promise<void>
  read(file: PreparedFile): Promise<void>
  failed(failure: ImportWarning): Promise<void>
}

/**
 * Reads all files one after the other, and those within archives in their place; one that cannot be read is a warning,
 * and the rest go on.
 */
export async function* prepareFiles(
  context: AppContext, files: readonly File[], wishes: ReadingWishes, signal: AbortSignal | undefined, log: BatchLog | null = null,
): AsyncGenerator<Progress, { files: SplitFile[]; failures: ImportWarning[] }> {
  const split: SplitFile[] = []
  const failures: ImportWarning[] = []
  const names = uniqueNames(files)
  const fail = async (cause: unknown, name: string) => {
    const failure = warningOf(context, cause, name)
    failures.push(failure)
    await log?.failed(failure)
  }
  await log?.begin(names)
  let [done, total] = [0, files.length]
  for (const [index, file] of files.entries()) {
    const name = names[index]!
    let incoming: IncomingFile[] = [{ name, open: () => file }]
    if (isArchive(name)) {
      yield { stage: 'read', done, total, label: name }
      try {
        incoming = await unpack(file, name)
        await log?.found(incoming.map((one) => one.name))
      } catch (cause) {
        await fail(cause, name)
        incoming = []
      }
      total += incoming.length - 1
    }
    for (const one of incoming) {
      if (signal?.aborted === true) throw new AppError('CANCELLED')
      yield { stage: 'read', done: done++, total, label: one.name }
      try {
        const read = await readFile(context, one, wishes, signal)
        split.push(await splitFile(context, read, wishes.cutting.way, wishes.accept))
        await log?.read(read.file)
      } catch (cause) {
        if (cause instanceof AppError && cause.code === 'CANCELLED') throw cause
        await fail(cause, one.name)
      }
      await pause()
    }
  }
  yield { stage: 'split', done: total, total, label: '' }
  await markDuplicates(context, split)
  return { files: split, failures }
}

async function bytesOf(file: File, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new AppError('FILE_UNREADABLE', { file: name }, { cause })
  }
}

function warningOf(context: AppContext, cause: unknown, file: string): ImportWarning {
  const code = cause instanceof AppError ? WarningCode.safeParse(cause.code).data : undefined
  if (code !== undefined) return { code, file, message: (cause as AppError).data.detail ?? '' }
  context.ports.log.error(`import of ${file}`, cause)
  return { code: 'INTERNAL', file, message: '' }
}

/** Files from different folders may share a name; the preview tells them apart by it. */
function uniqueNames(files: readonly File[]): string[] {
  const used = new Map<string, number>()
  return files.map(({ name }) => {
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : name.replace(/(\.[^.]*)?$/u, ` (${count})$1`)
  })
}
