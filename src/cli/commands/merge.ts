import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { shortId } from '../format/words'
import { fileAt } from '../files'

export const merge: CliCommand = {
  name: 'merge',
  declare(command, { options }) {
    command.argument('<bundle>').option('--dry-run', options.dryRun)
  },
  async run({ open, args, options, words, texts }) {
    const dryRun = options.dryRun === true
    const file = await fileAt(args[0]!)
    const { client } = await open()
    const json = await client.bundles.merge({ file, dryRun })
    const conflicts = json.conflicts.map(({ id, field, kept, mine, theirs }) => fill(words.say.conflict, {
      id: shortId(id), field: (texts.fields as Record<string, string>)[field] ?? field, kept: JSON.stringify(kept === 'mine' ? mine : theirs),
    }))
    return { json, text: [fill(dryRun ? words.say.wouldMerge : words.say.merged, { ...json }), ...conflicts].join('\n') }
  },
}
