import { AppError, contract, type ImportPreview, type ImportResult, type ImportWarning } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { changeOf } from '../library'
import { Batches } from './batches'
import { commitPreview, shownPreview } from './commit'
import { compareDuplicate } from './compare-duplicate'
import { partOfDraft } from './draft-parts'
import { encodingsOf } from './encodings'
import { readableFormats } from './format-of'
import type { Cutting } from './look'
import { markDuplicates } from './mark-duplicates'
import { ownTemplate, templateDeletion, templatesOf, templateWrites } from './own-templates'
import { cutAgain, lookedThrough, prepareFiles, readFile, type PreparedFile, type ReadingWishes } from './prepare'
import { Preview, Previews } from './previews'
import { recognisePages } from './recognise'
import { reportFile, reportOf, type ImportReport } from './report'
import { reshape } from './reshape'
import { RunningBatches } from './running-batches'
import { relaid, splitFile, type SplitFile } from './split-file'
import { columnWrites, remapped, rememberedColumns } from './table'
import { checkSplitId } from './templates'

/** Reports of the latest imports that can be had. */
const REPORTS = 5

/** The contract's `imports`: read files into a preview, change it, write it. */
export function importsFeature(context: AppContext) {
  const os = implement(contract.imports)
  const previews = new Previews()
  const batches = new Batches(context.ports)
  const running = new RunningBatches(context, batches)
  const reports = new Map<string, ImportReport>()
  const { library, ports } = context

  const changed = (preview: Preview, split: SplitFile): Promise<ImportPreview> => {
    preview.replace(split)
    return shown(preview)
  }
  const shown = async (preview: Preview): Promise<ImportPreview> => {
    await markDuplicates(context, preview.files)
    return shownPreview(preview)
  }

  return os.router({
    formats: os.formats.handler(() => readableFormats()),

    templates: os.templates.handler(() => templatesOf(context)),

    saveTemplate: os.saveTemplate.handler(async ({ input }) => {
      const { id = ports.ids.id(), ...template } = input
      const command = await library.execute('template.save', () => {
        if (input.id !== undefined) ownTemplate(library, id)
        return templateWrites(id, template)
      })
      return { template: { id, ...template, own: true }, change: command === null ? null : changeOf(command) }
    }),

    deleteTemplate: os.deleteTemplate.handler(async ({ input }) => {
      const command = await library.execute('template.delete', () => templateDeletion(context, input.id))
      if (command === null) throw new AppError('TEMPLATE_NOT_FOUND', { id: input.id })
      return { change: changeOf(command) }
    }),

    prepare: os.prepare.handler(async function* ({ input, signal }) {
      if (input.template !== undefined) checkSplitId(input.template, templatesOf(context))
      const id = input.previewId ?? context.ports.ids.id()
      const log = input.previewId === undefined || input.files.length === 1 ? null : running.log(id, input)
      const run = running.begin(id, signal)
      try {
        const { files, failures } = yield* prepareFiles(context, input.files, wishesOf(input.accept, input.template), run.signal, log)
        if (files.length === 0) await batches.forget(id)
        const preview = new Preview(id, input.accept, files, failures)
        previews.add(preview)
        return shownPreview(preview)
      } finally {
        run.end()
      }
    }),

    stop: os.stop.handler(async ({ input }) => {
      await running.stop(input.previewId)
      const { read, failures, waiting } = await batches.get(input.previewId).catch(() => ({ read: [], failures: [], waiting: [] }))
      if (read.length === 0) await batches.forget(input.previewId)
      return { read: read.length, total: read.length + failures.length + waiting.length }
    }),

    unfinished: os.unfinished.handler(async () => (await batches.list()).filter(({ previewId }) => !running.has(previewId))),

    resume: os.resume.handler(async ({ input }) => {
      const { head, read, failures, waiting } = await batches.get(input.previewId)
      const notRead = waiting.map((file): ImportWarning => ({ code: 'NOT_READ', file, message: '' }))
      const cutting = cuttingBy(head.template)
      const files: SplitFile[] = []
      for (const file of read) files.push(await splitFile(context, await cutAgain(context, withoutBytes(file, ports.ids.id()), cutting), cutting.way, head.accept))
      const preview = new Preview(input.previewId, head.accept, files, [...failures, ...notRead])
      previews.add(preview)
      return shown(preview)
    }),

    report: os.report.handler(({ input }) => {
      const report = reports.get(input.previewId)
      if (report === undefined) throw new AppError('PREVIEW_EXPIRED', { id: input.previewId })
      return { file: reportFile(report, input.format, input.language) }
    }),

    draft: os.draft.handler(({ input }) => partOfDraft(previews.get(input.previewId).draft(input.draftId), input.part)),

    resplit: os.resplit.handler(async ({ input }) => {
      checkSplitId(input.template, templatesOf(context))
      const preview = previews.get(input.previewId)
      const looked = await cutAgain(context, preview.file(input.file).file, cuttingBy(input.template))
      return changed(preview, await splitFile(context, looked, input.template, preview.accept))
    }),

    reshape: os.reshape.handler(({ input }) => {
      const preview = previews.get(input.previewId)
      const split = preview.file(input.file)
      const { document: { text }, spots } = split.file
      const laid = reshape({ text, spots, newId: () => ports.ids.id() }, split.cases.map((prepared) => prepared.laid), input.operation)
      return changed(preview, relaid(split, laid))
    }),

    recode: os.recode.handler(async ({ input }) => {
      const preview = previews.get(input.previewId)
      const { file, info } = preview.file(input.file)
      if (!encodingsOf(file.format).includes(input.encoding)) throw new AppError('INVALID_INPUT', { detail: 'encoding' })
      const way = wayAgain(info.templateId)
      const read = await readFile(context, file, { ...wishesOf(preview.accept, way), encoding: input.encoding })
      return changed(preview, await splitFile(context, read, way, preview.accept))
    }),

    remap: os.remap.handler(async ({ input }) => {
      const preview = previews.get(input.previewId)
      const { file } = preview.file(input.file)
      const document = remapped(file.document, input.table, input.columns)
      const looked = await lookedThrough(context, file, document, null, cuttingBy(undefined))
      return changed(preview, await splitFile(context, looked, undefined, preview.accept))
    }),

    undo: os.undo.handler(({ input }) => {
      const preview = previews.get(input.previewId)
      preview.undo()
      return shown(preview)
    }),

    redo: os.redo.handler(({ input }) => {
      const preview = previews.get(input.previewId)
      preview.redo()
      return shown(preview)
    }),

    compareDuplicate: os.compareDuplicate.handler(({ input }) => compareDuplicate(context, previews.get(input.previewId), input.draftId)),

    recognise: os.recognise.handler(async function* ({ input, signal }) {
      const preview = previews.get(input.previewId)
      yield* recognisePages(context, preview, input.pages, signal)
      return shownPreview(preview)
    }),

    commit: os.commit.handler(async ({ input }) => {
      const preview = previews.get(input.previewId)
      if (!input.dryRun) {
        await context.backups.before('import')
        // Before the cases, so that undoing the import takes back these alone.
        const columns = columnWrites(preview.files.map(({ file }) => file.document))
        if (columns.length > 0) await library.execute('columns.change', () => columns)
      }
      const result = await commitPreview(context, preview, input)
      keepReport(preview, result)
      if (!input.dryRun) {
        previews.discard(input.previewId)
        await batches.forget(input.previewId)
      }
      return result
    }),

    discard: os.discard.handler(async ({ input }) => {
      const [wasHeld, wasKept] = [previews.discard(input.previewId), await batches.forget(input.previewId)]
      return { discarded: wasHeld || wasKept }
    }),
  })

  function keepReport(preview: Preview, result: ImportResult): void {
    reports.set(preview.id, reportOf(preview, result, new Date(context.ports.clock.now()).toISOString()))
    for (const id of [...reports.keys()].slice(0, -REPORTS)) reports.delete(id)
  }

  function wishesOf(accept: ReadingWishes['accept'], way: string | undefined): ReadingWishes {
    return { accept, columns: rememberedColumns(context), cutting: cuttingBy(way) }
  }

  function cuttingBy(way: string | undefined): Cutting {
    return { way, templates: templatesOf(context) }
  }
}

/** Of a batch that is taken up again only what was read is there, so that it cannot be read in another encoding. */
function withoutBytes(file: PreparedFile, textId: string): PreparedFile {
  return { ...file, textId, open: () => { throw new AppError('FILE_UNREADABLE', { file: file.name }) } }
}

/** In another encoding other markers may be found, so only a way that a person would miss is kept. */
function wayAgain(templateId: string | null): string | undefined {
  return templateId ?? undefined
}
