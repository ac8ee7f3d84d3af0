import type { Attachment } from '#api'
import { shownFileName } from '#api/file-name'
import type { AppContext } from '../context'
import type { SplitFile } from './split-file'

/** By the file's name in the preview; each case that refers to it gets an id of its own. */
export type PictureAttachments = Map<string, Omit<Attachment, 'id'>>

const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg', tiff: 'image/tiff', webp: 'image/webp', bmp: 'image/bmp',
}

/**
 * Brings files whose text was recognised into the library, so that the text can be held against the picture.
 * @param namesWanted of the files that a case comes of; asked only where there is a file.
 * @throws AppError of the port; what was brought in until then is cleared away with all that nothing refers to.
 */
export async function attachedPictures({ ports }: AppContext, files: readonly SplitFile[], namesWanted: () => Set<string>): Promise<PictureAttachments> {
  const addedAt = new Date(ports.clock.now()).toISOString()
  const attachments: PictureAttachments = new Map()
  if (files.length === 0) return attachments
  const wanted = namesWanted()
  for (const { file: { name, format, pictures } } of files) {
    if (pictures === null || !wanted.has(name)) continue
    const content = await ports.attachments.begin()
    await content.write(new Uint8Array(await pictures.source.arrayBuffer()))
    attachments.set(name, { name: shownFileName(name) || format, mediaType: MEDIA_TYPES[format] ?? 'application/octet-stream', addedAt, ...await content.finish() })
  }
  return attachments
}
