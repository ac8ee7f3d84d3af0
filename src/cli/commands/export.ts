import path from 'node:path'
import { AppError, Script, type Selection } from '#api'
import { Option } from 'commander'
import { fill } from '#api/i18n'
import { writeNewFile } from '#node/index'
import type { CliCommand } from '../command'
import { sizeText } from '#api/size-text'
import { contentRemarks } from '../format/contents'
import { resolveList } from '../resolve'

interface ExportOptions {
  cases?: string
  query?: string
  collection?: string
  to: string
  format?: string
  title?: string
  attachments: boolean
  script?: string
}

export const exportCases: CliCommand = {
  name: 'export',
  isReading: () => true,
  declare(command, { options }) {
    command
      .option('--cases <ids>', options.cases)
      .option('--query <query>', options.query)
      .option('--collection <collection>', options.collection)
      .requiredOption('--to <file>', options.to)
      .option('--format <format>', options.format)
      .option('--title <title>', options.title)
      .option('--no-attachments', options.noAttachments)
      .addOption(new Option('--script <script>', options.script).choices([...Script.options]))
  },
  async run({ open, options, words, texts, language, follow, signal }) {
    const { cases, query, collection, to, format: asked, title, attachments, script } = options as unknown as ExportOptions
    const { client } = await open()
    const selection: Selection = {}
    if (cases !== undefined) selection.cases = (await resolveList(client, cases, words)).map(({ id }) => id)
    else if (query !== undefined) selection.query = query
    else if (collection !== undefined) selection.collection = await collectionId(client, collection)
    const format = formatOf(await client.exports.formats(), asked ?? (path.extname(to).slice(1) || path.basename(to)))
    const result = await follow(client.exports.create({ ...selection, format, language, attachments, script: Script.parse(script ?? 'asWritten'), ...(title === undefined ? {} : { title }) }, { signal }))
    const file = path.resolve(to)
    const bytes = new Uint8Array(await result.file.arrayBuffer())
    try {
      await writeNewFile(file, bytes)
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException
      throw new AppError(code === 'ENOSPC' || code === 'EDQUOT' ? 'DISK_FULL' : 'EXPORT_FAILED', { detail: `${file} (${code})`, path: file }, { cause })
    }
    return {
      json: { file, format: result.format, cases: result.cases, bytes: bytes.length, remarks: result.remarks },
      text: [
        fill(words.say.exported, { count: result.cases, file, size: sizeText(bytes.length) }),
        ...contentRemarks(result.remarks, texts, words),
      ].join('\n'),
    }
  },
}

function formatOf(formats: { id: string; extensions: string[] }[], name: string): string {
  const wanted = name.toLowerCase().replace(/^\./u, '')
  const found = formats.find(({ id, extensions }) => id === wanted || extensions.some((extension) => extension.replace(/^\./u, '') === wanted))
  if (found === undefined) throw new AppError('FORMAT_UNSUPPORTED', { format: name, detail: formats.map(({ id }) => id).join(' ') })
  return found.id
}

async function collectionId(client: { collections: { list(): Promise<{ id: string; name: string }[]> } }, name: string): Promise<string> {
  const all = await client.collections.list()
  const found = all.find(({ id }) => id === name) ?? all.find((collection) => collection.name === name)
  if (found === undefined) throw new AppError('COLLECTION_NOT_FOUND', { id: name })
  return found.id
}
