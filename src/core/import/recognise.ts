import { AppError, type OcrChoice, type Progress } from '#api'
import type { AppContext } from '../context'
import type { OcrJob, PdfPage, RecognisedPage } from '../ports'
import type { ReadDocument } from './document'
import { documentOfPages } from './formats/pdf'
import { doubtfulRanges } from './picture-pages'
import { PICTURES } from './pictures'
import { markDuplicates } from './mark-duplicates'
import { templatesOf } from './own-templates'
import { lookedThrough, type PreparedFile } from './prepare'
import type { Preview } from './previews'
import { splitFile } from './split-file'

interface WantedPage {
  file: string
  page: number
  script: OcrChoice
}

const BLANK: PdfPage = { width: 0, height: 0, runs: [] }

/**
 * Recognises pages of a preview's files and puts these files' drafts in place of those there were. Nothing changes
 * unless all of them were recognised.
 * @throws AppError FILE_NOT_FOUND, INVALID_INPUT for a page that is no picture, CANCELLED, and those of `OcrJob.recognise`.
 */
export async function* recognisePages(
  context: AppContext, preview: Preview, wanted: readonly WantedPage[], signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void> {
  const files = new Map(wanted.map(({ file }) => [file, preview.file(file).file]))
  for (const { file, page } of wanted) {
    if (files.get(file)!.pictures?.pages.includes(page) !== true) throw new AppError('INVALID_INPUT', { detail: `${file}: ${page}` })
  }
  const recognised = new Map<string, Map<number, RecognisedPage>>()
  const job = context.ports.ocr.start()
  const end = () => void job.end()
  signal?.addEventListener('abort', end)
  try {
    const contents = new Map<string, Uint8Array<ArrayBuffer>>()
    for (const [done, { file, page, script }] of wanted.entries()) {
      if (signal?.aborted === true) throw new AppError('CANCELLED')
      const { format, pictures } = files.get(file)!
      const bytes = contents.get(file) ?? new Uint8Array(await pictures!.source.arrayBuffer())
      contents.set(file, bytes)
      const progress: Progress = { stage: 'recognise', done, total: wanted.length, label: file }
      const result = yield* followed(job, { bytes, file, kind: PICTURES.has(format) ? 'picture' : 'pdf', page, script }, progress)
      recognised.set(file, (recognised.get(file) ?? new Map<number, RecognisedPage>()).set(page, result))
    }
  } finally {
    signal?.removeEventListener('abort', end)
    await job.end()
  }
  yield { stage: 'split', done: wanted.length, total: wanted.length, label: '' }
  for (const [name, file] of files) await putInPlace(context, preview, file, recognised.get(name)!, signal)
  await markDuplicates(context, preview.files)
}

/** The page's progress as it comes, and then the page. */
async function* followed(job: OcrJob, page: Parameters<OcrJob['recognise']>[0], progress: Progress): AsyncGenerator<Progress, RecognisedPage> {
  yield { ...progress, part: 0 }
  let part = 0
  let hasMoved: () => void = () => undefined
  const result = job.recognise(page, (reached) => {
    part = reached
    hasMoved()
  })
  // Whoever waits for it is told of its failure below.
  result.catch(() => undefined)
  for (;;) {
    const moved = new Promise<null>((resolve) => (hasMoved = () => resolve(null)))
    const outcome = await Promise.race([result, moved])
    if (outcome !== null) return outcome
    yield { ...progress, part }
  }
}

async function putInPlace(
  context: AppContext, preview: Preview, file: PreparedFile, recognised: ReadonlyMap<number, RecognisedPage>, signal: AbortSignal | undefined,
): Promise<void> {
  const pictures = { ...file.pictures!, recognised: new Map([...file.pictures!.recognised, ...recognised]) }
  const document = await documentOf(context, file, pictures)
  const looked = await lookedThrough(context, { ...file, pictures }, document, preview.accept, { templates: templatesOf(context) }, signal)
  preview.replace(await splitFile(context, looked, undefined, preview.accept))
}

/** The file's text with the recognised pages in their places. */
async function documentOf(
  { ports }: AppContext, { name, format, document: before }: PreparedFile, { source, pages, recognised }: NonNullable<PreparedFile['pictures']>,
): Promise<ReadDocument> {
  const placed: (PdfPage | null)[] = PICTURES.has(format) ? pages.map(() => BLANK) : await ports.pdf.pages(new Uint8Array(await source.arrayBuffer()), name)
  for (const [page, result] of recognised) placed[page - 1] = result.page
  const isIncomplete = before.warnings.some(({ code }) => code === 'FILE_INCOMPLETE')
  const document = documentOfPages(placed, !isIncomplete)
  const inOrder = [...recognised].sort(([a], [b]) => a - b).map(([, result]) => result)
  const named = before.warnings.filter(({ code }) => code === 'FORMAT_MISLABELLED')
  return { ...document, warnings: [...named, ...document.warnings], doubtful: doubtfulRanges(document.text, inOrder) }
}
