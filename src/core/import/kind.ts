import { openArchive } from './archive'
import { isCompound, openCompound } from './compound'
import { pictureKindOf } from './pictures'
import { AppError } from '#api'

type Bytes = Uint8Array<ArrayBuffer>

const HEAD = 4096
const HTML = /^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body|meta)\b/iu
const MAIL_HEAD = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*content-type:\s*multipart\/related/iu

/**
 * What a file is by its content: a format's id, the name of a kind that cannot be read (`xls`, `ppt`), `zip` for any
 * other archive, or null where nothing marks it.
 * @throws AppError FILE_ENCRYPTED for a Word, Excel or PowerPoint file with a password.
 */
export function kindOf(bytes: Bytes, file: string): string | null {
  const head = headOf(bytes)
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return kindOfArchive(bytes, file)
  if (isCompound(bytes)) return kindOfCompound(bytes, file)
  const picture = pictureKindOf(head)
  if (picture !== null) return picture
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (HTML.test(head)) return 'html'
  return MAIL_HEAD.test(head) ? 'mhtml' : null
}

/** The first characters, each byte one; of UTF-16 the letters alone. */
function headOf(bytes: Bytes): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  if (head.startsWith('ÿþ') || head.startsWith('þÿ')) return head.slice(2).replaceAll('\0', '')
  return head.startsWith('ï»¿') ? head.slice(3) : head
}

function kindOfArchive(bytes: Bytes, file: string): string {
  try {
    const archive = openArchive(bytes, file)
    const { members } = archive
    if (archive.has('[Content_Types].xml')) {
      for (const [folder, kind] of [['word/', 'docx'], ['ppt/', 'pptx'], ['xl/', 'xlsx']] as const) {
        if (members.some(({ name }) => name.startsWith(folder))) return kind
      }
    }
    const type = (members.find(({ name }) => name === 'mimetype')?.bytes ?? 0) < 200 ? archive.read('mimetype') : null
    const mime = type === null ? '' : new TextDecoder().decode(type)
    if (mime.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
    if (mime.startsWith('application/epub+zip') || archive.has('META-INF/container.xml')) return 'epub'
  } catch (cause) {
    // The reader of the format that the name says tells what is wrong with it.
    if (!(cause instanceof AppError)) throw cause
  }
  return 'zip'
}

function kindOfCompound(bytes: Bytes, file: string): string {
  const compound = openCompound(bytes, file)
  if (compound.has('EncryptedPackage')) throw new AppError('FILE_ENCRYPTED', { file })
  if (compound.has('WordDocument')) return 'doc'
  if (compound.has('Workbook') || compound.has('Book')) return 'xls'
  return compound.has('PowerPoint Document') ? 'ppt' : 'compound'
}
