import { AppError, contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { commitPreview, shownPreview } from './commit'
import { compareDuplicate } from './compare-duplicate'
import { readableFormats } from './format-of'
import { markDuplicates } from './mark-duplicates'
import { prepareFiles, splitFile } from './prepare'
import { Previews } from './previews'
import { recognisePages } from './recognise'
import { checkSplitId, templates } from './templates'

/** The contract's `imports`: read files into a preview, change it, write it. */
export function importsFeature(context: AppContext) {
  const os = implement(contract.imports)
  const previews = new Previews()

  return os.router({
    formats: os.formats.handler(() => readableFormats()),

    templates: os.templates.handler(() => [...templates]),

    prepare: os.prepare.handler(async function* ({ input, signal }) {
      if (input.template !== undefined) checkSplitId(input.template)
      const { files, failures } = yield* prepareFiles(context, input.files, input.template, input.accept, signal)
      const preview = { id: context.ports.ids.id(), accept: input.accept, files, failures }
      previews.add(preview)
      return shownPreview(preview)
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
      if (!input.dryRun) previews.discard(input.previewId)
      return result
    }),

    discard: os.discard.handler(({ input }) => ({ discarded: previews.discard(input.previewId) })),
  })
}
