import { fill } from '#api/i18n'
import { attachFromDisk } from '#node/index'
import type { CliCommand } from '../command'
import { sizeText } from '#api/size-text'
import { resolveCase } from '../resolve'

export const attach: CliCommand = {
  name: 'attach',
  declare(command) {
    command.argument('<id>').argument('<file...>')
  },
  async run({ open, args, words, signal, showProgress }) {
    const [name, ...files] = args
    const { client } = await open()
    const { id, title } = await resolveCase(client, name!, words)
    const { attachments, change } = await attachFromDisk(client, id, files, {
      signal, progress: (done, total) => showProgress({ stage: 'write', done, total, label: '' }),
    })
    const lines = attachments.map((attachment) => `  ${attachment.name}  ${sizeText(attachment.bytes)}`)
    return { json: { id, title, attachments, change }, text: [fill(words.say.attached, { count: attachments.length, title }), ...lines].join('\n') }
  },
}
