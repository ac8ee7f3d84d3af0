import path from 'node:path'
import { Accept, AppError, DuplicateChoice, LARGEST_IMPORT, OcrChoice, ReportFormat, type ErrorCode, type ImportPreview, type ImportResult, type PreviewFile } from '#api'
import { Option } from 'commander'
import { fill, type Texts } from '#api/i18n'
import { readableEndings } from '#core/app'
import { writeNewFile } from '#node/index'
import type { CliCommand, Invocation } from '../command'
import { table } from '../format/table'
import { shortId } from '../format/words'
import type { CliTexts } from '../i18n'
import { filesAt, type FileProblem } from '../files'
import { pickTemplate } from '../resolve'

const MEGABYTE = 1024 * 1024

/** Pictures of text stay as they are. */
const OFF = 'off'

/** Remarks about a file that was read all the same. */
const REMARKS = new Set([
  'FORMAT_MISLABELLED', 'PICTURES_LEFT_OUT', 'ARTICLE_ONLY', 'PAGE_LINES_REMOVED', 'PAGES_WITHOUT_TEXT', 'FILE_INCOMPLETE', 'NO_MARKERS', 'ENCODING_UNCERTAIN',
  'ENCODING_LOSSY', 'DAMAGE_FOUND', 'EMPTY_SECTION',
])

export const importFiles: CliCommand = {
  name: 'import',
  declare(command, { options, say }) {
    command
      .argument('<file...>')
      .option('--template <id>', options.template)
      .addOption(new Option('--accept <which>', options.accept).choices(Accept.options))
      .addOption(new Option('--duplicates <which>', options.duplicates).choices(DuplicateChoice.options))
      .addOption(new Option('--ocr <script>', options.ocr).choices([...OcrChoice.options, OFF]).default(OFF))
      .option('--report <file>', options.report)
      .option('--dry-run', options.dryRun)
      .addHelpText('after', () => `\n${fill(say.canRead, { list: readableEndings() })}`)
  },
  async run(invocation) {
    const { args, options, texts, words, follow, signal } = invocation
    const { template: named, accept, duplicates, ocr, report: reportTo, dryRun = false } = options as unknown as Options
    const format = reportTo === undefined ? undefined : reportFormatOf(reportTo)
    const { client } = await invocation.open()
    const { files, problems } = await filesAt(args, await client.imports.formats(), LARGEST_IMPORT * MEGABYTE)
    const template = named === undefined ? undefined : pickTemplate(await client.imports.templates(), named, words)?.id ?? named
    let splits: OtherWay[] = []
    let result: ImportResult = { imported: [], duplicates: [], updated: [], similar: [], repairs: [], warnings: [], change: null }
    if (files.length > 0) {
      let preview: ImportPreview = await follow(client.imports.prepare(
        { files, ...(template === undefined ? {} : { template }), ...(accept === undefined ? {} : { accept }) }, { signal },
      ))
      const { previewId } = preview
      const pages = ocr === OFF ? [] : preview.pictures.flatMap((picture) => picture.pages.map(({ page }) => ({ file: picture.file, page, script: ocr })))
      if (pages.length > 0) preview = await follow(client.imports.recognise({ previewId, pages }, { signal }))
      result = await client.imports.commit({ previewId, dryRun, ...(duplicates === undefined ? {} : { duplicates }) })
      if (reportTo !== undefined) {
        const { file } = await client.imports.report({ previewId, format: format!, language: invocation.language })
        await writeNewFile(path.resolve(reportTo), new Uint8Array(await file.arrayBuffer()))
        invocation.note(fill(words.say.reported, { file: reportTo }))
      }
      result = { ...result, warnings: [...preview.warnings, ...result.warnings] }
      splits = otherWays(preview.files)
    }
    const json = { ...result, warnings: worded([...problems, ...result.warnings], texts, words), splits, dryRun }
    const failed = json.warnings.find(({ code }) => !REMARKS.has(code))
    const isFailure = failed !== undefined && json.imported.length + json.duplicates.length + json.updated.length === 0
    return {
      json, text: report(json, invocation),
      ...(isFailure ? { failure: failureOf(failed, result.warnings) } : {}),
    }

    function report({ imported, duplicates: leftOut, updated, similar, repairs, warnings }: typeof json, { note }: Invocation): string {
      for (const { file, message } of warnings) note(fill(words.say.warning, { file, message }))
      for (const split of splits) note(fill(words.say.otherSplit, split))
      const applied = repairs.filter((repair) => repair.applied).length
      const { id, title } = words.columns
      return [
        imported.length === 0 ? updated.length === 0 ? words.say.nothingImported : '' : fill(dryRun ? words.say.wouldImport : words.say.imported, { count: imported.length }),
        imported.length === 0 ? '' : table([id, title], imported.map((item) => [shortId(item.id), item.title]), 60),
        ...leftOut.map((duplicate) => fill(words.say.duplicate, duplicate)),
        ...updated.map((item) => fill(words.say.newVersion, item)),
        ...similar.map((item) => fill(words.say.similar, { ...item, percent: Math.floor(item.similarity * 100) })),
        applied === 0 ? '' : fill(words.say.repairsDone, { count: applied }),
        applied === repairs.length ? '' : fill(words.say.repairsOpen, { count: repairs.length - applied }),
      ].filter((line) => line !== '').join('\n')
    }
  },
}

interface Options {
  template?: string
  accept?: Accept
  duplicates?: DuplicateChoice
  ocr: OcrChoice | typeof OFF
  report?: string
  dryRun?: boolean
}

/** @throws AppError FORMAT_UNSUPPORTED. */
function reportFormatOf(file: string): ReportFormat {
  const format = path.extname(file).slice(1).toLowerCase()
  const known = ReportFormat.safeParse(format === 'htm' ? 'html' : format)
  if (!known.success) throw new AppError('FORMAT_UNSUPPORTED', { file, format, detail: ReportFormat.options.map((each) => `.${each}`).join(' ') })
  return known.data
}

type OtherWay = {
  file: string
  template: string
  cases: number
}

/** How a text without markers, now one case, could be split. */
function otherWays(files: PreviewFile[]): OtherWay[] {
  return files
    .filter(({ templateId }) => templateId === null)
    .flatMap(({ file, splits }) => splits.map(({ templateId, cases }) => ({ file, template: templateId, cases })))
}

/** Each warning once, with words for a person; what the importer adds is a quotation from the file. */
function worded(warnings: (FileProblem | ImportResult['warnings'][number])[], texts: Texts, words: CliTexts): ImportResult['warnings'] {
  const all = warnings.map(({ code, file, message = '' }) => (
    { code, file, message: isBundle(code, message) ? words.say.bundleIsMerged : [texts.warnings[code], message].join(' ').trim() }
  ))
  return [...new Map(all.map((warning) => [JSON.stringify(warning), warning])).values()]
}

function isBundle(code: string, message: string): boolean {
  return code === 'FORMAT_UNSUPPORTED' && message === 'bundle'
}

function failureOf({ code, file }: ImportResult['warnings'][number], unworded: ImportResult['warnings']): AppError {
  const detail = unworded.find((warning) => warning.code === code && warning.file === file)?.message ?? ''
  return new AppError(code as ErrorCode, { file, format: path.extname(file).slice(1), limit: Number.parseInt(detail, 10) || LARGEST_IMPORT, detail })
}
