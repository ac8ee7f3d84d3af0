import { conflictFieldText, conflictValueText, fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { sizeText } from '#api/size-text'
import { contentRemarks } from '../format/contents'
import { shortId } from '../format/words'
import { fileAt } from '../files'

export const merge: CliCommand = {
  name: 'merge',
  isReading: (options) => options.dryRun === true,
  declare(command, { options }) {
    command.argument('<bundle>').option('--dry-run', options.dryRun).option('--again', options.again)
  },
  async run({ open, args, options, words, texts }) {
    const dryRun = options.dryRun === true
    const file = await fileAt(args[0]!)
    const { client } = await open()
    const json = await client.bundles.merge({ file, dryRun, again: options.again === true })
    const conflicts = json.conflicts.map((conflict) => fill(words.say.conflict, {
      id: `${shortId(conflict.id)} ${conflict.title}`, field: conflictFieldText(conflict, texts),
      kept: conflictValueText(conflict.field, conflict.kept === 'mine' ? conflict.mine : conflict.theirs, texts),
    }))
    const takenBack = json.takenBack > 0 && options.again !== true ? [fill(words.say.takenBack, { count: json.takenBack })] : []
    const { contents: { files, bytes }, remarks } = json
    const contents = files === 0 ? [] : [fill(dryRun ? words.say.contentsWouldCome : words.say.contentsCame, { count: files, size: sizeText(bytes) })]
    const lines = [fill(dryRun ? words.say.wouldMerge : words.say.merged, { ...json }), ...contents, ...takenBack, ...conflicts, ...contentRemarks(remarks, texts, words)]
    return { json, text: lines.join('\n') }
  },
}
