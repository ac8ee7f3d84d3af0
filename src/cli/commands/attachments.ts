import { promises as fs } from 'node:fs'
import path from 'node:path'
import { AppError } from '#api'
import { safeFileName } from '#api/file-name'
import { fill } from '#api/i18n'
import { saveAttachment } from '#node/index'
import { UsageError, type CliCommand } from '../command'
import { table } from '../format/table'
import { sizeText } from '#api/size-text'
import { shortId, timeText } from '../format/words'
import { pickAttachment, resolveCase } from '../resolve'

export const attachments: CliCommand = {
  name: 'attachments',
  isReading: () => true,
  declare(command, { options }) {
    command.argument('<id>').option('--save <attachment>', options.save).option('--to <file>', options.to)
  },
  async run({ open, args, options, words }) {
    const { save, to } = options as { save?: string; to?: string }
    if ((save === undefined) !== (to === undefined)) throw new UsageError(words.usage.saveNeedsTo)
    const { client } = await open()
    const { id, title } = await resolveCase(client, args[0]!, words)
    const listed = await client.attachments.list({ id })
    if (save !== undefined && to !== undefined) {
      const { here, ...attachment } = pickAttachment(listed, save, words)
      if (!here) throw new AppError('ATTACHMENT_MISSING', { file: attachment.name })
      const file = await isFolder(to) ? path.resolve(to, safeFileName(attachment.name)) : path.resolve(to)
      await saveAttachment(client, id, attachment, file)
      return {
        json: { id, title, attachment, file, bytes: attachment.bytes },
        text: fill(words.say.savedAttachment, { name: attachment.name, file, size: sizeText(attachment.bytes) }),
      }
    }
    const rows = listed.map(({ id: attachmentId, name, bytes, addedAt, here }) =>
      [shortId(attachmentId), name, here ? sizeText(bytes) : `${sizeText(bytes)} ${words.say.notHere}`, timeText(addedAt)])
    const { columns } = words
    return {
      json: { id, title, attachments: listed },
      text: rows.length === 0 ? words.say.noAttachments : table([columns.id, columns.name, columns.size, columns.time], rows),
    }
  },
}

async function isFolder(name: string): Promise<boolean> {
  return fs.stat(name).then((found) => found.isDirectory(), () => false)
}
