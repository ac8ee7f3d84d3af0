import { AppError, LARGEST_IMPORT } from '#api'
import { ARCHIVE, formatOf, isArchive } from './format-of'

const MEGABYTE = 1024 * 1024
/** Megabytes of all that is read out of one archive. */
const LARGEST_UNPACKED = 500
/** What systems put beside the files of a folder. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/iu

/** A file that is to be read. */
export interface IncomingFile {
  name: string
  /** @throws AppError where it cannot be taken out of the archive it is in. */
  open(): File | Promise<File>
}

/**
 * The files in an archive, each under the archive's name and its own; one that is a Word file or the like under another
 * ending is itself the only one. Nothing is unpacked before it is read.
 * @throws AppError FILE_TOO_LARGE, FILE_EMPTY, FILE_DAMAGED, FILE_UNSAFE.
 */
export async function unpack(file: File, name: string): Promise<IncomingFile[]> {
  if (file.size > LARGEST_IMPORT * MEGABYTE) throw new AppError('FILE_TOO_LARGE', { file: name, limit: LARGEST_IMPORT })
  if (file.size === 0) throw new AppError('FILE_EMPTY', { file: name })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [{ openArchive }, { kindOf }] = await Promise.all([import('./archive'), import('./kind')])
  const kind = kindOf(bytes, name)
  if (kind !== null && kind !== ARCHIVE.id) return [{ name, open: () => file }]
  const archive = openArchive(bytes, name)
  const members = archive.members.filter((member) => !LEFTOVER.test(member.name))
  if (members.length === 0) throw new AppError('FILE_EMPTY', { file: name })
  const readable = members.filter((member) => formatOf(member.name) !== undefined && member.bytes <= LARGEST_IMPORT * MEGABYTE)
  if (readable.reduce((sum, member) => sum + member.bytes, 0) > LARGEST_UNPACKED * MEGABYTE) throw new AppError('FILE_UNSAFE', { file: name })
  return members.map((member) => {
    const inside = `${name}/${member.name}`
    return {
      name: inside,
      open() {
        if (isArchive(member.name)) throw new AppError('ARCHIVE_NESTED', { file: inside })
        if (member.bytes > LARGEST_IMPORT * MEGABYTE) throw new AppError('FILE_TOO_LARGE', { file: inside, limit: LARGEST_IMPORT })
        return new File(formatOf(member.name) === undefined ? [] : [archive.read(member.name)!], inside)
      },
    }
  })
}
