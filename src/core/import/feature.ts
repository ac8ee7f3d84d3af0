import { AppError, contract, type ImportResult, type ImportWarning } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { Batches } from './batches'
import { commitPreview, shownPreview } from './commit'
import { compareDuplicate } from './compare-duplicate'
import { readableFormats } from './format-of'
import { markDuplicates } from './mark-duplicates'
import { prepareFiles, splitFile } from './prepare'
import { Previews, type Preview } from './previews'
import { recognisePages } from './recognise'
import { reportFile, reportOf, type ImportReport } from './report'
import { RunningBatches } from './running-batches'
import { checkSplitId, templates } from './templates'

/** Reports of the latest imports that can be had. */
const REPORTS = 5

/** The contract's `imports`: read files into a preview, change it, write it. */
export function importsFeature(context: AppContext) {
  const os = implement(contract.imports)
  const previews = new Previews()
  const batches = new Batches(context.ports)
  const running = new RunningBatches(context, batches)
  const reports = new Map<string, ImportReport>()

  return os.router({
    formats: os.formats.handler(() => readableFormats()),

    templates: os.templates.handler(() => [...templates]),

    prepare: os.prepare.handler(async function* ({ input, signal }) {
      if (input.template !== undefined) checkSplitId(input.template)
      const id = input.previewId ?? context.ports.ids.id()
      const log = input.previewId === undefined || input.files.length === 1 ? null : running.log(id, input)
      const run = running.begin(id, signal)
      try {
        const { files, failures } = yield* prepareFiles(context, input.files, input.template, input.accept, run.signal, log)
        if (files.length === 0) await batches.forget(id)
        const preview = { id, accept: input.accept, files, failures }
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
      const preview = {
        id: input.previewId, accept: head.accept, files: read.map((file) => splitFile(context, file, head.template, head.accept)),
        failures: [...failures, ...waiting.map((file): ImportWarning => ({ code: 'NOT_READ', file, message: '' }))],
      }
      await markDuplicates(context, preview.files)
      previews.add(preview)
      return shownPreview(preview)
    }),

    report: os.report.handler(({ input }) => {
      const report = reports.get(input.previewId)
      if (report === undefined) throw new AppError('PREVIEW_EXPIRED', { id: input.previewId })
      return { file: reportFile(report, input.format, input.language) }
    }),

    resplit: os.resplit.handler(async ({ input }) => {
      checkSplitId(input.template)
      const preview = previews.get(input.previewId)
      const index = preview.files.findIndex(({ file }) => file.name === input.file)
      if (index < 0) throw new AppError('FILE_NOT_FOUND', { file: input.file })
      preview.files[index] = splitFile(context, preview.files[index]!.file, input.template, preview.accept)
      await markDuplicates(context, preview.files)
      return shownPreview(preview)
    }),

    compareDuplicate: os.compareDuplicate.handler(({ input }) => compareDuplicate(context, previews.get(input.previewId), input.draftId)),

    recognise: os.recognise.handler(async function* ({ input, signal }) {
      const preview = previews.get(input.previewId)
      yield* recognisePages(context, preview, input.pages, signal)
      return shownPreview(preview)
    }),

    commit: os.commit.handler(async ({ input }) => {
      const preview = previews.get(input.previewId)
      if (!input.dryRun) await context.backups.before('import')
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
}
