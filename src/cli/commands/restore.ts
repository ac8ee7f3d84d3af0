import path from 'node:path'
import { AppError, type BackupPreview, type CaseNames } from '#api'
import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { shortId } from '../format/words'
import type { CliTexts } from '../i18n'

export const restore: CliCommand = {
  name: 'restore',
  isReading: (options) => options.dryRun === true,
  declare(command, { options }) {
    command.argument('<backup>').option('--dry-run', options.dryRun)
  },
  async run({ open, args, options, words }) {
    const { client } = await open()
    const wanted = path.basename(args[0]!)
    const backups = await client.backups.list()
    const found = wanted === 'latest' ? backups.find(({ state }) => state === 'good')
      : backups.find(({ name }) => name === wanted || name.startsWith(`${wanted}.`))
    if (found === undefined) throw new AppError('BACKUP_NOT_FOUND', { id: args[0]! })
    const { name } = found
    if (options.dryRun === true) {
      const preview = await client.backups.preview({ name })
      return {
        json: { ok: true, problems: [], wouldRestore: name, dryRun: true, ...preview },
        text: [fill(words.say.wouldRestore, { name, count: preview.cases }), ...changesOf(preview, words)].join('\n'),
      }
    }
    const { change, cases } = await client.backups.restore({ name })
    return {
      json: { ok: true, problems: [], restored: name, cases, change },
      text: fill(words.say.restored, { name, count: cases }),
    }
  },
}

function changesOf({ returning, going, changing, others }: BackupPreview, { say }: CliTexts): string[] {
  const named = (line: string, { total, cases }: CaseNames) => (total === 0 ? []
    : [fill(line, { count: total }), ...cases.map(({ id, title }) => `  ${shortId(id)}  ${title}`), ...(total > cases.length ? ['  …'] : [])])
  return [
    ...named(say.wouldReturn, returning), ...named(say.wouldGo, going), ...named(say.wouldChange, changing),
    ...(others === 0 ? [] : [fill(say.wouldChangeOthers, { count: others })]),
  ]
}
