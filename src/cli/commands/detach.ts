import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { pickAttachment, resolveCase } from '../resolve'

export const detach: CliCommand = {
  name: 'detach',
  declare(command) {
    command.argument('<id>').argument('<attachment>')
  },
  async run({ open, args, words }) {
    const { client } = await open()
    const { id, title } = await resolveCase(client, args[0]!, words)
    const { id: attachmentId, name } = pickAttachment(await client.attachments.list({ id }), args[1]!, words)
    const { change } = await client.attachments.remove({ id, attachmentId })
    return { json: { id, title, removed: { id: attachmentId, name }, change }, text: fill(words.say.detached, { name, title }) }
  },
}
