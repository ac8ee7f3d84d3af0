import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, promises as fs } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { createGunzip, createGzip, gunzip, type Gunzip, type Gzip } from 'node:zlib'
import { AppError } from '#api'
import type { Snapshot } from '#core/library/model'
import { errorCode, writeFully, type Disk, type WritableFile } from '../disk'
import { decodeDocument, readHeader, type Decoded, type DocumentHeader } from '../snapshot/document'
import { writeDocument } from '../snapshot/writing'

const LONGEST_HEADER = 64 * 1024
const NEW_LINE = 0x0a

/**
 * Writes the snapshot, compressed. The file gets its name once what is on the disk has been read back and is right, so
 * that whatever bears the name of a backup is one.
 * @returns the file's size in bytes.
 * @throws AppError WRITE_FAILED where other bytes came back, or the system's error.
 */
export async function writeBackup(disk: Disk, snapshot: Snapshot, file: string): Promise<number> {
  // The document's first line is known last, and what is compressed already cannot be mended.
  const plain = `${file}.${randomUUID()}.tmp`
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await withFile(disk, plain, (handle) => writeDocument(handle, snapshot))
    const bytes = await withFile(disk, temporary, (handle) => compress(plain, handle))
    if ((await verifyBackup(temporary))?.seq !== snapshot.seq) throw new AppError('WRITE_FAILED', { path: file })
    await disk.rename(temporary, file)
    await disk.syncDirectory(path.dirname(file))
    return bytes
  } finally {
    for (const left of [plain, temporary]) await fs.rm(left, { force: true }).catch(() => undefined)
  }
}

async function withFile<Result>(disk: Disk, file: string, write: (handle: WritableFile) => Promise<Result>): Promise<Result> {
  const handle = await disk.open(file, 'wx')
  try {
    return await write(handle)
  } finally {
    await handle.close()
  }
}

/** @returns how many bytes it became; they are on the disk. */
async function compress(plain: string, into: WritableFile): Promise<number> {
  let position = 0
  for await (const chunk of streamed(plain, createGzip())) {
    await writeFully(into, chunk, position)
    position += chunk.length
  }
  await into.datasync()
  return position
}

/**
 * Reads the whole file, a piece at a time, and compares its content with the checksum in its first line.
 * @returns what that line says, or undefined where the file is damaged. @throws the system's error for a missing file.
 */
export async function verifyBackup(file: string): Promise<DocumentHeader | undefined> {
  await fs.access(file)
  const hash = createHash('sha256')
  let header: DocumentHeader | undefined
  let start = Buffer.alloc(0)
  let tail: Buffer | undefined
  try {
    for await (const chunk of unpacked(file)) {
      let rest = chunk
      if (header === undefined) {
        start = Buffer.concat([start, chunk])
        const end = start.indexOf(NEW_LINE)
        if (end < 0 && start.length < LONGEST_HEADER) continue
        header = readHeader(start.toString('utf8', 0, Math.max(0, end)))
        if (header === undefined) return undefined
        rest = start.subarray(end + 1)
      }
      if (tail !== undefined) tail = Buffer.concat([tail, rest])
      else {
        const end = rest.indexOf(NEW_LINE)
        hash.update(end < 0 ? rest : rest.subarray(0, end))
        if (end >= 0) tail = Buffer.from(rest.subarray(end))
      }
      if (tail !== undefined && tail.length > '\n}\n'.length) return undefined
    }
  } catch {
    return undefined
  }
  return tail?.toString('utf8') === '\n}\n' && hash.digest('hex') === header?.sha256 ? header : undefined
}

/** @throws the system's error for a missing file. */
export async function decodeBackup(file: string): Promise<Decoded> {
  const bytes = await fs.readFile(file)
  try {
    return decodeDocument((await promisify(gunzip)(bytes)).toString('utf8'))
  } catch (cause) {
    if (errorCode(cause) === 'ERR_BUFFER_TOO_LARGE') throw cause
    return { state: 'damaged' }
  }
}

/** The first line of a backup, without unpacking the rest; undefined where it is damaged. */
export async function headerOf(file: string): Promise<DocumentHeader | undefined> {
  let start = Buffer.alloc(0)
  try {
    for await (const chunk of unpacked(file)) {
      start = Buffer.concat([start, chunk])
      const end = start.indexOf(NEW_LINE)
      if (end >= 0) return readHeader(start.toString('utf8', 0, end))
      if (start.length > LONGEST_HEADER) return undefined
    }
  } catch {
    return undefined
  }
  return undefined
}

function unpacked(file: string): AsyncGenerator<Buffer> {
  return streamed(file, createGunzip())
}

async function* streamed(file: string, through: Gzip | Gunzip): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  source.on('error', (cause) => through.destroy(cause))
  source.pipe(through)
  try {
    yield* through as AsyncIterable<Buffer>
  } finally {
    source.destroy()
    through.destroy()
  }
}
