import { AppError, type Attachment, contract, LARGEST_ATTACHMENT } from '#api'
import { shownFileName } from '#api/file-name'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { attachWrites, changeOf, detachWrite, renameAttachmentWrite } from '../library'
import type { Upload } from './contents'

const UNKNOWN_TYPE = 'application/octet-stream'
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/u

/** The contract's `attachments`: files kept with a case. */
export function attachmentsFeature(context: AppContext) {
  const { library, cases, contents, ports } = context
  const os = implement(contract.attachments)

  return os.router({
    list: os.list.handler(async ({ input }) => Promise.all(cases.get(input.id).attachments.map(async (attachment) =>
      ({ ...attachment, here: (await ports.attachments.size(attachment.sha256)) !== null })))),

    begin: os.begin.handler(async ({ input }) => {
      const { id } = cases.get(input.id)
      const name = nameOf(input.name)
      if (input.bytes > LARGEST_ATTACHMENT) throw new AppError('ATTACHMENT_TOO_LARGE', { file: name, limit: LARGEST_ATTACHMENT })
      const mediaType = MEDIA_TYPE.test(input.mediaType) ? input.mediaType.toLowerCase() : UNKNOWN_TYPE
      return { uploadId: await contents.begin({ caseId: id, name, mediaType, bytes: input.bytes }) }
    }),

    append: os.append.handler(async ({ input }) => {
      const bytes = new Uint8Array(await input.piece.arrayBuffer())
      return { received: await contents.append(input.uploadId, input.offset, bytes) }
    }),

    finish: os.finish.handler(({ input }) => contents.exclusively(async () => {
      const added = await finished(context, contents.take(input.uploadIds))
      const command = await library.execute('case.attach', () => added.flatMap(({ caseId, attachment }) => attachWrites(cases.get(caseId).id, attachment)))
      return { attachments: added.map(({ attachment }) => attachment), change: changeOf(command) }
    })),

    discard: os.discard.handler(async ({ input }) => ({ discarded: await contents.discard(input.uploadId) })),

    rename: os.rename.handler(async ({ input }) => {
      const command = await library.execute('case.renameAttachment', () =>
        [renameAttachmentWrite(input.id, findAttachment(context, input).id, nameOf(input.name))])
      return { change: changeOf(command) }
    }),

    remove: os.remove.handler(async ({ input }) => {
      const command = await library.execute('case.detach', () => [detachWrite(input.id, findAttachment(context, input).id)])
      return { change: changeOf(command) }
    }),

    read: os.read.handler(async ({ input }) => {
      const attachment = findAttachment(context, input)
      const bytes = await ports.attachments.read(attachment.sha256, input.offset, input.length)
      if (bytes === null) throw new AppError('ATTACHMENT_MISSING', { file: attachment.name })
      return { piece: new File([bytes], 'piece'), attachment }
    }),
  })
}

/** @throws AppError CASE_NOT_FOUND or ATTACHMENT_NOT_FOUND. */
function findAttachment({ cases }: AppContext, { id, attachmentId }: { id: string; attachmentId: string }): Attachment {
  const found = cases.get(id).attachments.find((attachment) => attachment.id === attachmentId)
  if (found === undefined) throw new AppError('ATTACHMENT_NOT_FOUND', { id: attachmentId })
  return found
}

/** Brings the contents to where they last. Where one fails, the others are given up too: they belong to one command. */
async function finished({ ports }: AppContext, uploads: Upload[]): Promise<{ caseId: string; attachment: Attachment }[]> {
  const addedAt = new Date(ports.clock.now()).toISOString()
  const added: { caseId: string; attachment: Attachment }[] = []
  try {
    for (const { caseId, name, mediaType, content } of uploads) {
      const { sha256, bytes } = await content.finish()
      added.push({ caseId, attachment: { id: ports.ids.id(), name, mediaType, bytes, sha256, addedAt } })
    }
  } catch (cause) {
    for (const { content } of uploads.slice(added.length)) await content.discard()
    throw cause
  }
  return added
}

/** @throws AppError INVALID_INPUT where nothing that can be seen is left of it. */
function nameOf(name: string): string {
  const shown = shownFileName(name)
  if (shown === '') throw new AppError('INVALID_INPUT', { detail: 'name' })
  return shown
}
