import { AppError, contract, type ContentRemark, type ExportResult, type Progress } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import type { ResourcesPort } from '../ports'
import { wordsFor } from '../present'
import { scriptConverter } from '../script'
import { choose } from './bundle/contents'
import { fileNameOf } from './file-name'
import type { FormatEntry } from './format'
import { formats } from './formats'
import { isEverything, selectCases } from './select'

/** The contract's `exports`: which formats this host can make, and making one. */
export function exportsFeature(context: AppContext) {
  const os = implement(contract.exports)
  return os.router({
    formats: os.formats.handler(async () =>
      (await availableFormats(context.ports.resources)).map(({ id, extensions, mime, converts }) => ({ id, extensions, mime, converts }))),

    attachments: os.attachments.handler(async ({ input }) => {
      const { along, remarks } = await choose(context.ports.attachments, await selectCases(context, input, true))
      return { files: along.length, bytes: along.reduce((sum, { bytes }) => sum + bytes, 0), remarks }
    }),

    create: os.create.handler(async function* ({ input, signal }): AsyncGenerator<Progress, ExportResult> {
      const format = formats.find(({ id }) => id === input.format)
      if (format === undefined) throw new AppError('FORMAT_UNSUPPORTED', { format: input.format, detail: formats.map(({ id }) => id).join(' ') })
      const cases = await selectCases(context, input, format.carriesDeletions)
      if (format.available !== undefined && !(await format.available(context.ports.resources))) {
        throw new AppError('EXPORT_UNAVAILABLE', { format: format.id })
      }
      if (input.script !== 'asWritten' && !format.converts) throw new AppError('SCRIPT_FIXED', { format: format.id })
      const convert = input.script === 'asWritten' ? (text: string) => text : await scriptConverter(input.script)
      const words = wordsFor(input.language)
      const onlyTitle = cases.length === 1 ? cases[0]!.title : ''
      const title = input.title?.trim() || onlyTitle || words.defaultTitle
      const remarks: ContentRemark[] = []
      const exporter = (await format.load())({
        context, cases, everything: isEverything(input), title, language: input.language, convert, signal,
        attachments: input.attachments, remark: (remark) => void remarks.push(remark),
      })
      const bytes = yield* untilAborted(exporter, signal)
      const file = new File([bytes], `${fileNameOf(title)}.${format.extensions[0]}`, { type: format.mime })
      return { file, format: format.id, cases: cases.length, remarks }
    }),
  })
}

/** Ids of the formats that this host can make. */
export async function exportFormatIds(resources: ResourcesPort): Promise<string[]> {
  return (await availableFormats(resources)).map(({ id }) => id)
}

async function availableFormats(resources: ResourcesPort): Promise<FormatEntry[]> {
  const available = await Promise.all(formats.map((format) => format.available?.(resources) ?? true))
  return formats.filter((_, index) => available[index])
}

/** Stops between two steps; waiting a turn lets the request for it come through. */
async function* untilAborted<Result>(steps: AsyncGenerator<Progress, Result>, signal: AbortSignal | undefined): AsyncGenerator<Progress, Result> {
  for (;;) {
    if (signal?.aborted === true) throw new AppError('CANCELLED')
    const step = await steps.next()
    if (step.done === true) return step.value
    yield step.value
    await new Promise((resume) => setTimeout(resume, 0))
  }
}
