import { AppError, LARGEST_IMPORT, LARGEST_TEXT, SAFE_CONFIDENCE, WarningCode, type Accept, type ImportWarning, type Progress } from '#api'
import { findEncodingConfusion, type Spot } from '../cleanup'
import type { AppContext } from '../context'
import { pause } from '../slices'
import type { ReadDocument } from './document'
import { BUNDLE, formatById, formatOf, isArchive, isBundle, readableEndings } from './format-of'
import { runJob } from './jobs'
import { markDuplicates } from './mark-duplicates'
import { doubtfulSpots, picturesOf, type FilePictures } from './picture-pages'
import { splitFile, type SplitFile } from './split-file'
import { remembered, type RememberedColumns } from './table'
import { unpack, type IncomingFile } from './unpack'

const MEGABYTE = 1024 * 1024
const SHOWN_OF_ENCODING = 60
const ALL_TEXT = new Set(['txt', 'md', 'csv', 'json'])

/** A file of a preview, read and looked through once; it can be split again without reading it again. */
export interface PreparedFile {
  name: string
  /** Of the document as it was read; another reading has another. */
  textId: string
  format: string
  bytes: number
  document: ReadDocument
  spots: Spot[]
  /** The file itself, to be read again in another encoding. */
  open: IncomingFile['open']
  /** What reading it again in the right encoding changed: the first words before and after. */
  encodingRepair: { before: string; after: string; confidence: number; applied: boolean } | null
  /** Its pages that are pictures; null where it has none. */
  pictures: FilePictures | null
}

/** What is known before a file is read. */
export interface ReadingWishes {
  accept: Accept
  /** How columns of tables were mapped before. */
  columns: RememberedColumns
  /** A person's choice of the encoding. */
  encoding?: string
}

/**
 * Reads one file and finds its damage.
 * @throws AppError FILE_EMPTY, FILE_BINARY, FILE_DAMAGED, FILE_ENCRYPTED, FILE_UNSAFE, FILE_TOO_LARGE, FILE_UNREADABLE,
 * FORMAT_UNSUPPORTED (`detail` is `bundle` for the program's own bundles, which are merged instead).
 */
export async function readFile(
  context: AppContext, { name, open }: IncomingFile, { accept, columns, encoding }: ReadingWishes, signal?: AbortSignal,
): Promise<PreparedFile> {
  if (isBundle(name)) throw new AppError('FORMAT_UNSUPPORTED', { file: name, format: BUNDLE, detail: 'bundle' })
  // An archive that holds a single document is one, whatever it is called: its content tells.
  const format = formatOf(name) ?? (isArchive(name) ? formatById('txt') : undefined)
  if (format === undefined) throw new AppError('FORMAT_UNSUPPORTED', { file: name, format: name.split('.').at(-1) ?? '', detail: readableEndings() })
  const file = await open()
  const limit = ALL_TEXT.has(format.id) ? LARGEST_TEXT : LARGEST_IMPORT
  if (file.size > limit * MEGABYTE) throw new AppError('FILE_TOO_LARGE', { file: name, limit, detail: `${limit} MB` })
  const wish = encoding === undefined ? {} : { encoding }
  const { format: id, document: read } = await runJob(context.ports, { kind: 'read', format: format.id, bytes: await bytesOf(file, name), file: name, ...wish }, signal)
  const document = remembered(read, columns)
  return lookedThrough(context, { name, format: id, bytes: file.size, document, open, pictures: picturesOf(document, file) }, accept, signal)
}

/** Finds the damage of a document that was read. */
export async function lookedThrough(
  context: AppContext, read: Omit<PreparedFile, 'textId' | 'spots' | 'encodingRepair'>, accept: Accept, signal: AbortSignal | undefined,
): Promise<PreparedFile> {
  const encodingRepair = repairEncoding(read.document, accept)
  return { ...read, textId: context.ports.ids.id(), encodingRepair, spots: await spotsOf(context, read.document, signal) }
}

/** Every damaged spot of a document. */
export async function spotsOf(context: AppContext, document: ReadDocument, signal?: AbortSignal): Promise<Spot[]> {
  const spots = await runJob(context.ports, { kind: 'spots', text: document.text, isMarkdown: document.isMarkdown }, signal)
  return [...spots, ...doubtfulSpots(document, spots)].sort((a, b) => a.start - b.start)
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
  context: AppContext, files: readonly File[], way: string | undefined, wishes: ReadingWishes, signal: AbortSignal | undefined, log: BatchLog | null = null,
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
        split.push(splitFile(context, read, way, wishes.accept))
        await log?.read(read)
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

/** Reads the document's text again where it was read in the wrong encoding before it was saved. */
function repairEncoding(document: ReadDocument, accept: Accept): PreparedFile['encodingRepair'] {
  const spot = findEncodingConfusion(document.text)
  if (spot === null) return null
  const canRepair = spot.after !== spot.before && document.cases === null
  document.warnings.push(canRepair ? { code: 'ENCODING_UNCERTAIN', message: '' } : { code: 'ENCODING_LOSSY', message: '' })
  const applied = canRepair && accept !== 'none' && spot.confidence >= SAFE_CONFIDENCE
  if (applied) document.text = spot.after
  const shown = (text: string) => [...text.slice(0, SHOWN_OF_ENCODING * 2)].slice(0, SHOWN_OF_ENCODING).join('')
  return { before: shown(spot.before), after: shown(spot.after), confidence: spot.confidence, applied }
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
