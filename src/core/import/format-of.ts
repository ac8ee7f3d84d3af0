import type { Format } from '#api'
import { formats } from './formats'
import type { FormatEntry } from './formats/format'

/** Files of the program itself, which are merged and not imported. */
export const BUNDLE = 'jingjian'

/** Files that hold others, each of which is read by itself. */
export const ARCHIVE: Format = { id: 'zip', extensions: ['zip'] }

/** Every format that can be brought in. */
export function readableFormats(): Format[] {
  return [...formats.map(({ id, extensions }) => ({ id, extensions })), ARCHIVE]
}

/** The format a file's name ends in; undefined where there is none for it. */
export function formatOf(file: string): FormatEntry | undefined {
  const extension = extensionOf(file)
  return formats.find(({ extensions }) => extensions.includes(extension))
}

/** The format of this id, where it can be read here. */
export function formatById(id: string): FormatEntry | undefined {
  return formats.find((format) => format.id === id)
}

export function isBundle(file: string): boolean {
  return extensionOf(file) === BUNDLE
}

export function isArchive(file: string): boolean {
  return ARCHIVE.extensions.includes(extensionOf(file))
}

/** The endings of every format that can be read, for a person to see. */
export function readableEndings(): string {
  return readableFormats().flatMap(({ extensions }) => extensions).map((extension) => `.${extension}`).join(' ')
}

function extensionOf(file: string): string {
  return /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase() ?? ''
}
