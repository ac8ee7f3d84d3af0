/**
 * The one object a desktop shell puts on `window`. It is absent in a browser; a view asks for what it offers and never
 * for the host's name.
 */

import type { ErrorCode, ErrorData } from './errors'

/** What the application menu asks the interface to do. */
export const menuCommands = ['import', 'export', 'addSample', 'settings', 'search', 'themeSystem', 'themeLight', 'themeDark'] as const
export type MenuCommand = (typeof menuCommands)[number]

/** A file the operating system handed over: opened by double click, or dropped on the program's icon. */
export interface OpenedFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Names one attachment of one case. */
export interface AttachmentReference {
  id: string
  attachmentId: string
}

/** `done` false: the user has changed their mind. An error is the contract's, which an exception could not carry here. */
export type AttachmentOutcome = { done: boolean } | { error: { code: ErrorCode; data: ErrorData } }

export interface Bridge {
  /** Asks where, and writes the attachment there. */
  saveAttachment(attachment: AttachmentReference): Promise<AttachmentOutcome>
  /** Opens a copy of the attachment in the program the system has for it; `done` false: none that may be opened so. */
  openAttachment(attachment: AttachmentReference): Promise<AttachmentOutcome>
  /** Calls `listener` for each choice in the application menu. Answers how to stop. */
  onMenu(listener: (command: MenuCommand) => void): () => void
  /** Calls `listener` with files the system opened, those that came before this call included. Answers how to stop. */
  onOpenedFiles(listener: (files: OpenedFile[]) => void): () => void
  /** Where a file the user chose or dropped lies; empty for a file made in memory. */
  pathForFile(file: File): string
}

/** The bridge's name on `window`. */
export const BRIDGE_NAME = 'jingjian'

/**
 * Channels between the page, the preload script and the main process. `connect` carries one end of a MessageChannel
 * over which the whole contract is spoken; a MessagePort cannot pass through the bridge's functions, so the page posts
 * it to its own window under the same name.
 */
export const channels = {
  connect: 'jingjian:connect', menu: 'jingjian:menu', openedFiles: 'jingjian:opened-files',
  saveAttachment: 'jingjian:save-attachment', openAttachment: 'jingjian:open-attachment',
} as const
