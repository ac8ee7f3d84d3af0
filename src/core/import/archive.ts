import { inflateSync } from 'fflate'
import { AppError } from '#api'
import { ARCHIVE_LIMITS, isHarmlessName } from '../archive'

const MEGABYTE = 1024 ** 2
/** Of one member that is taken out: more than any text has, and small enough for a program to hold. */
export const LARGEST_MEMBER = 256 * MEGABYTE

const END = { signature: 0x06054b50, length: 22, longestRemark: 65_535 }
const ENTRY = { signature: 0x02014b50, length: 46 }
const LOCAL = { signature: 0x04034b50, length: 30 }
const ENCRYPTED = 0x1
const UTF8_NAME = 0x800
const DEFLATED = 8
const UNIX = 3
const KIND_OF_FILE = 0xf000
const LINK = 0xa000
const IN_EXTRA = 0xffffffff
const ZIP64_EXTRA = 1

type Bytes = Uint8Array<ArrayBuffer>

/** One file in an archive; folders are none. */
export interface ArchiveMember {
  /** With `/` between folders. */
  name: string
  /** Unpacked, as the archive declares it; it never grows beyond that. */
  bytes: number
}

interface Entry extends ArchiveMember {
  packed: number
  method: number
  isEncrypted: boolean
  offset: number
}

/** A ZIP whose list of members was looked through; each is unpacked when it is asked for. */
export class Archive {
  private readonly entries: Map<string, Entry>

  constructor(private readonly bytes: Bytes, private readonly file: string, entries: readonly Entry[]) {
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
  }

  /** In the order of the archive. */
  get members(): readonly ArchiveMember[] {
    return [...this.entries.values()].map(({ name, bytes }) => ({ name, bytes }))
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /**
   * The content of a member; null where there is none of this name.
   * @throws AppError FILE_ENCRYPTED; FILE_UNSAFE where it is packed too tightly or too large; FILE_DAMAGED.
   */
  read(name: string): Bytes | null {
    const entry = this.entries.get(name)
    if (entry === undefined) return null
    const { file } = this
    if (entry.isEncrypted) throw new AppError('FILE_ENCRYPTED', { file })
    if (entry.bytes > LARGEST_MEMBER || entry.bytes > Math.max(entry.packed, 1) * ARCHIVE_LIMITS.ratio) throw new AppError('FILE_UNSAFE', { file })
    try {
      const packed = this.packedBytes(entry)
      if (entry.method === DEFLATED) return inflateSync(packed, { out: new Uint8Array(entry.bytes) }) as Bytes
      if (entry.method === 0) return packed.slice()
    } catch (cause) {
      throw new AppError('FILE_DAMAGED', { file }, { cause })
    }
    throw new AppError('FILE_DAMAGED', { file })
  }

  private packedBytes({ offset, packed }: Entry): Bytes {
    const view = viewOf(this.bytes)
    if (view.getUint32(offset, true) !== LOCAL.signature) throw new RangeError('no local header')
    const start = offset + LOCAL.length + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    if (start + packed > this.bytes.length) throw new RangeError('cut short')
    return this.bytes.subarray(start, start + packed)
  }
}

/**
 * Opens a ZIP, or a format made of one, without unpacking anything.
 * @throws AppError FILE_DAMAGED where it is cut or no ZIP; FILE_UNSAFE where a name would leave its folder or is there
 * twice (capitals aside, as some systems see it), where an entry is a link, or where it has more or larger members than ARCHIVE_LIMITS allow.
 */
export function openArchive(bytes: Bytes, file: string): Archive {
  let entries: Entry[]
  try {
    entries = entriesOf(bytes, file)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('FILE_DAMAGED', { file }, { cause })
  }
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > ARCHIVE_LIMITS.bytes || new Set(entries.map(({ name }) => folded(name))).size < entries.length) throw new AppError('FILE_UNSAFE', { file })
  return new Archive(bytes, file, entries)
}

function entriesOf(bytes: Bytes, file: string): Entry[] {
  const view = viewOf(bytes)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > ARCHIVE_LIMITS.entries) throw new AppError('FILE_UNSAFE', { file })
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY.signature) throw new RangeError('no entry')
    const [flags, nameLength, extraLength] = [view.getUint16(at + 8, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    const nameStart = at + ENTRY.length
    const name = nameOf(bytes.subarray(nameStart, nameStart + nameLength), (flags & UTF8_NAME) !== 0).replaceAll('\\', '/')
    const sizes = sizesOf(view, at, nameStart + nameLength, extraLength)
    const isFolder = name.endsWith('/')
    if (!isHarmlessName(isFolder ? name.slice(0, -1) : name) || isLink(view, at)) throw new AppError('FILE_UNSAFE', { file })
    if (!isFolder) entries.push({ name, ...sizes, method: view.getUint16(at + 10, true), isEncrypted: (flags & ENCRYPTED) !== 0 })
    at = nameStart + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** Whether an entry leads to another place instead of holding anything; only Unix writes such. */
function isLink(view: DataView, at: number): boolean {
  return view.getUint8(at + 5) === UNIX && (view.getUint16(at + 40, true) & KIND_OF_FILE) === LINK
}

/** Where the record at the end of the archive starts. */
function endOf(view: DataView): number {
  const last = view.byteLength - END.length
  for (let at = last; at >= Math.max(0, last - END.longestRemark); at--) if (view.getUint32(at, true) === END.signature) return at
  throw new RangeError('no end')
}

/** Sizes and offset of an entry; those that stand in its ZIP64 extra field follow there in this order. */
function sizesOf(view: DataView, at: number, extra: number, extraLength: number): Pick<Entry, 'bytes' | 'packed' | 'offset'> {
  const values = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_EXTRA) continue
    let next = field + 4
    for (const [index, value] of values.entries()) {
      if (value !== IN_EXTRA) continue
      values[index] = Number(view.getBigUint64(next, true))
      next += 8
    }
    break
  }
  return { bytes: values[0]!, packed: values[1]!, offset: values[2]! }
}

/** Names without the UTF-8 flag are, in this part of the world, UTF-8 all the same or GBK. */
function nameOf(bytes: Bytes, isUtf8: boolean): string {
  for (const encoding of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return new TextDecoder('latin1').decode(bytes)
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
