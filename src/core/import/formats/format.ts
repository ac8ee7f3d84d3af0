import type { Format } from '#api'
import type { Ports } from '../../ports'
import type { ReadDocument } from '../document'

/** What a host does for the readers, and what a person has said of the file. */
export type ReaderPorts = Pick<Ports, 'pdf'> & {
  /** The encoding a person has chosen. */
  encoding?: string
}

/**
 * Reads a file of one format.
 * @throws AppError FILE_EMPTY, FILE_BINARY, FILE_UNREADABLE, FILE_DAMAGED, FILE_ENCRYPTED, FILE_UNSAFE.
 */
export type Reader = (bytes: Uint8Array<ArrayBuffer>, file: string, ports: ReaderPorts) => ReadDocument | Promise<ReadDocument>

/** One format; its reader is loaded when the first file of it comes in. */
export interface FormatEntry extends Format {
  load(): Promise<Reader>
}
