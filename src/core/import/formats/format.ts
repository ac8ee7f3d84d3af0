import type { Format } from '#api'
import type { ReadDocument } from '../document'

/** Reads a file of one format. @throws AppError FILE_EMPTY, FILE_BINARY, FILE_UNREADABLE. */
export type Reader = (bytes: Uint8Array<ArrayBuffer>, file: string) => ReadDocument | Promise<ReadDocument>

/** One format; its reader is loaded when the first file of it comes in. */
export interface FormatEntry extends Format {
  load(): Promise<Reader>
}
