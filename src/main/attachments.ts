import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import { AppError, type Attachment, type ErrorCode } from '#api'
import { channels, type AttachmentOutcome } from '#api/bridge'
import { safeFileName } from '#api/file-name'
import { saveAttachment, type OpenLibrary } from '#node/index'
import { isTrusted } from './rpc'

const Reference = z.object({ id: z.string().max(64), attachmentId: z.string().max(64) })

/**
 * Kinds that programs show and do not run. An attachment may come from anybody's bundle, and a click must never start
 * it; everything else is saved, and then the user's own to open.
 */
const SHOWN = new Set([
  'pdf', 'txt', 'md', 'csv', 'rtf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'odt', 'ods', 'odp', 'wps', 'et', 'dps', 'epub',
  'png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic', 'mp3', 'm4a', 'wav', 'flac', 'ogg', 'mp4', 'mov', 'mkv', 'webm', 'avi',
])

/** Saves and opens attachments for the page, straight from the library's folder. */
export function setUpAttachments(library: OpenLibrary): void {
  const copies: string[] = []
  answer(library, channels.saveAttachment, async (id, attachment, event) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    const options = { defaultPath: safeFileName(attachment.name) }
    const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
    if (canceled || filePath === '') return false
    await saveAttachment(library.client, id, attachment, filePath)
    return true
  })
  answer(library, channels.openAttachment, async (id, attachment) => {
    const name = safeFileName(attachment.name)
    if (!SHOWN.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) return false
    const folder = await mkdtemp(join(app.getPath('temp'), 'jingjian-'))
    copies.push(folder)
    const copy = join(folder, name)
    await saveAttachment(library.client, id, attachment, copy)
    // What is changed in the copy would not come back: the program that opens it is to say so.
    await chmod(copy, 0o444)
    return (await shell.openPath(copy)) === ''
  })
  app.on('will-quit', () => {
    for (const folder of copies.splice(0)) void rm(folder, { recursive: true, force: true }).catch(() => undefined)
  })
}

type Act = (id: string, attachment: Attachment, event: IpcMainInvokeEvent) => Promise<boolean>

function answer(library: OpenLibrary, channel: string, act: Act): void {
  ipcMain.handle(channel, async (event, given: unknown): Promise<AttachmentOutcome> => {
    const reference = Reference.safeParse(given)
    if (!isTrusted(event) || !reference.success) return { error: { code: 'INVALID_INPUT', data: {} } }
    const { id, attachmentId } = reference.data
    try {
      const found = (await library.client.attachments.list({ id })).find((attachment) => attachment.id === attachmentId)
      if (found === undefined) throw new AppError('ATTACHMENT_NOT_FOUND', { id: attachmentId })
      return { done: await act(id, found, event) }
    } catch (cause) {
      const { code, data } = cause as { code?: ErrorCode; data?: AppError['data'] }
      if (code === undefined) console.error('an attachment could not be given out', cause)
      return { error: { code: code ?? 'INTERNAL', data: data ?? {} } }
    }
  })
}
