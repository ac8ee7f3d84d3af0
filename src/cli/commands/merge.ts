import { conflictFieldText, conflictValueText, fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { shortId } from '../format/words'
import { fileAt } from '../files'

export const merge: CliCommand = {
  name: 'merge',
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
    return { json, text: [fill(dryRun ? words.say.wouldMerge : words.say.merged, { ...json }), ...takenBack, ...conflicts].join('\n') }
  },
}
