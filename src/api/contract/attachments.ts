import * as z from 'zod'
import { Attachment, Id } from '../entities'
import { Change, method } from './base'

/** Most bytes of one piece of a file, on its way in or out, so that no host ever holds more of it than this. */
export const LARGEST_PIECE = 4 * 1024 * 1024

const Name = z.string().min(1).max(1_000)
const UploadId = z.string().max(64)

/** `here`: the content is in this library; it may not have come with a bundle. */
export const ListedAttachment = Attachment.extend({ here: z.boolean() })
export type ListedAttachment = z.infer<typeof ListedAttachment>

/** Most bytes of attachments that one bundle carries: it passes through memory whole, on both sides. */
export const LARGEST_BUNDLED = 200 * 1024 * 1024

/**
 * An attachment whose content does not go with a bundle or did not come with one, while its entry does. NOT_HERE: it is
 * on neither side of this step; DAMAGED: it is not what its hash says; LEFT_OUT: with it the bundle would be too large.
 */
export const ContentRemark = z.object({
  code: z.enum(['NOT_HERE', 'DAMAGED', 'LEFT_OUT']), title: z.string(), name: z.string(), bytes: z.number().int().nonnegative(),
})
export type ContentRemark = z.infer<typeof ContentRemark>

/** Contents, each counted once however many attachments share it. */
export const ContentCount = z.object({ files: z.number().int().nonnegative(), bytes: z.number().int().nonnegative() })
export type ContentCount = z.infer<typeof ContentCount>

/**
 * Files kept with a case. Content passes in pieces, each answered before the next is sent, so that a file of any size
 * goes through every host in the memory of one piece.
 */
export const attachments = {
  list: method.input(z.object({ id: z.string() })).output(z.array(ListedAttachment)),
  /** Opens the way in for one file. Fails with ATTACHMENT_TOO_LARGE before anything is written. */
  begin: method
    .input(z.object({ id: z.string(), name: Name, mediaType: z.string().max(200).default(''), bytes: z.number().int().nonnegative() }))
    .output(z.object({ uploadId: UploadId })),
  /** The next piece; `offset` is how many bytes went before it. */
  append: method
    .input(z.object({ uploadId: UploadId, offset: z.number().int().nonnegative(), piece: z.file().max(LARGEST_PIECE) }))
    .output(z.object({ received: z.number().int() })),
  /** Attaches files that have come whole to their case, as one command. */
  finish: method
    .input(z.object({ uploadIds: z.array(UploadId).min(1).max(1_000) }))
    .output(z.object({ attachments: z.array(Attachment), change: Change.nullable() })),
  /** Gives up a file that is on its way in; nothing is left of it. */
  discard: method.input(z.object({ uploadId: UploadId })).output(z.object({ discarded: z.boolean() })),
  rename: method.input(z.object({ id: z.string(), attachmentId: Id, name: Name })).output(z.object({ change: Change.nullable() })),
  /** Takes the entry away; the content stays as long as undo, history or a backup could ask for it. */
  remove: method.input(z.object({ id: z.string(), attachmentId: Id })).output(z.object({ change: Change.nullable() })),
  /** A piece of the content; empty beyond its end. Fails with ATTACHMENT_MISSING where it is not here. */
  read: method
    .input(z.object({
      id: z.string(), attachmentId: Id, offset: z.number().int().nonnegative().default(0),
      length: z.number().int().positive().max(LARGEST_PIECE).default(LARGEST_PIECE),
    }))
    .output(z.object({ piece: z.file(), attachment: Attachment })),
}
