import { AppError } from '#api'

type Bytes = Uint8Array<ArrayBuffer>

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENTRY = 128
/** Sector numbers from here on are marks: free, end of a chain, part of a table. */
const FIRST_MARK = 0xfffffffa
const IN_HEADER = 109

/** Whether a file begins as the compound files of older Office do. */
export function isCompound(bytes: Bytes): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/** A file of older Office: streams in sectors, like a small disk ([MS-CFB]). */
export class Compound {
  private readonly view: DataView
  private readonly sectorSize: number
  private readonly smallSize: number
  private readonly table: number[] = []
  private readonly smallTable: number[]
  private readonly small: Bytes
  private readonly entries = new Map<string, { start: number; size: number }>()

  constructor(private readonly bytes: Bytes) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const major = this.view.getUint16(26, true)
    this.sectorSize = 1 << this.view.getUint16(30, true)
    this.smallSize = 1 << this.view.getUint16(32, true)
    if (![512, 4096].includes(this.sectorSize) || this.smallSize !== 64) throw new RangeError('sector size')
    for (const sector of this.tableSectors()) this.table.push(...this.numbersIn(sector))
    const directory = this.chain(this.view.getUint32(48, true))
    this.smallTable = this.sectors(this.view.getUint32(60, true)).flatMap((sector) => this.numbersIn(sector))
    let root = { start: FIRST_MARK, size: 0 }
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const type = directory[at + 66]
      const length = Math.min(64, view.getUint16(at + 64, true))
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)))
      const size = major >= 4 ? Number(view.getBigUint64(at + 120, true)) : view.getUint32(at + 120, true)
      const entry = { start: view.getUint32(at + 116, true), size }
      if (type === 5) root = entry
      // Streams of the same name in folders below belong to documents that are embedded.
      else if (type === 2 && !this.entries.has(name)) this.entries.set(name, entry)
    }
    this.small = root.size === 0 ? new Uint8Array() : this.chain(root.start).subarray(0, root.size)
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** The content of a stream, null where there is none of this name. It is never longer than the file. */
  read(name: string): Bytes | null {
    const entry = this.entries.get(name)
    if (entry === undefined) return null
    const isSmall = entry.size < this.view.getUint32(56, true)
    const content = isSmall ? this.smallChain(entry.start) : this.chain(entry.start)
    if (content.length < entry.size) throw new RangeError('cut short')
    return content.subarray(0, entry.size)
  }

  /** The sectors of the table itself: the first 109 in the header, more in sectors of their own. */
  private tableSectors(): number[] {
    const sectors: number[] = []
    const count = this.view.getUint32(44, true)
    if (count * this.sectorSize > this.bytes.length) throw new RangeError('cut short')
    for (let index = 0; index < Math.min(count, IN_HEADER); index++) sectors.push(this.view.getUint32(76 + index * 4, true))
    for (let next = this.view.getUint32(68, true); next < FIRST_MARK && sectors.length < count;) {
      const numbers = this.numbersIn(next)
      next = numbers.pop()!
      sectors.push(...numbers.slice(0, count - sectors.length))
    }
    return sectors
  }

  private numbersIn(sector: number): number[] {
    const start = (sector + 1) * this.sectorSize
    return Array.from({ length: this.sectorSize / 4 }, (_, index) => this.view.getUint32(start + index * 4, true))
  }

  private sectors(start: number): number[] {
    return follow(this.table, start)
  }

  private chain(start: number): Bytes {
    const sectors = this.sectors(start)
    if (sectors.some((sector) => (sector + 1) * this.sectorSize >= this.bytes.length)) throw new RangeError('cut short')
    return joined(sectors.map((sector) => this.bytes.subarray((sector + 1) * this.sectorSize, (sector + 2) * this.sectorSize)))
  }

  private smallChain(start: number): Bytes {
    return joined(follow(this.smallTable, start).map((sector) => this.small.subarray(sector * this.smallSize, (sector + 1) * this.smallSize)))
  }
}

/** @throws AppError FILE_DAMAGED where its tables lead nowhere or in a circle. */
export function openCompound(bytes: Bytes, file: string): Compound {
  try {
    return new Compound(bytes)
  } catch (cause) {
    throw new AppError('FILE_DAMAGED', { file }, { cause })
  }
}

function follow(table: readonly number[], start: number): number[] {
  const sectors: number[] = []
  for (let sector = start; sector < FIRST_MARK; sector = table[sector] ?? FIRST_MARK) {
    if (sectors.length > table.length || sector >= table.length) throw new RangeError('chain')
    sectors.push(sector)
  }
  return sectors
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
