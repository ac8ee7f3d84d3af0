import { randomUUID } from 'node:crypto'
import { constants, promises as fs } from 'node:fs'
import path from 'node:path'

/** The part of a file handle that durability depends on; tests put one in that fails on purpose. */
export interface WritableFile {
  write(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesWritten: number }>
  datasync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** The file operations behind every durable write. */
export interface Disk {
  open(file: string, flags: string | number): Promise<WritableFile>
  rename(from: string, to: string): Promise<void>
  /** Makes created, renamed and removed names last through a power cut. */
  syncDirectory(directory: string): Promise<void>
}

export const nodeDisk: Disk = {
  open: (file, flags) => fs.open(file, flags),
  rename: (from, to) => fs.rename(from, to),
  async syncDirectory(directory) {
    // Windows cannot open a directory for flushing; NTFS journals its names by itself.
    if (process.platform === 'win32') return
    const handle = await fs.open(directory, constants.O_RDONLY)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/** Writes all of the bytes. The system may write fewer than asked without an error, on a full disk for one. */
export async function writeFully(file: WritableFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    written += bytesWritten
  }
}

/**
 * Puts a new file in the place of `file`: after a crash at any point either the old or the new one is there, whole.
 * `beforeRename` runs once the new bytes are on the disk.
 */
export function replaceFile(disk: Disk, file: string, bytes: Uint8Array, beforeRename?: () => Promise<void>): Promise<void> {
  return replaceFileBy(disk, file, (handle) => writeFully(handle, bytes, 0), beforeRename)
}

/** The same for a file that is written piece by piece. */
export async function replaceFileBy(
  disk: Disk, file: string, write: (handle: WritableFile) => Promise<unknown>, beforeRename?: () => Promise<void>,
): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    const handle = await disk.open(temporary, 'wx')
    try {
      await write(handle)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await beforeRename?.()
    await disk.rename(temporary, file)
  } catch (cause) {
    await fs.rm(temporary, { force: true }).catch(() => undefined)
    throw cause
  }
  await disk.syncDirectory(path.dirname(file))
}

/** Gives `file` a second name, as a hard link where the file system has them. */
export async function keepCopy(file: string, copy: string): Promise<void> {
  const temporary = `${copy}.${randomUUID()}.tmp`
  try {
    await fs.link(file, temporary)
  } catch {
    await fs.copyFile(file, temporary)
  }
  await fs.rename(temporary, copy)
  // Renaming onto a name of the same file does nothing and leaves the temporary name behind.
  await fs.rm(temporary, { force: true })
}

/** The file's bytes, or null where there is no such file. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await fs.readFile(file)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null
    throw cause
  }
}

export function isThere(file: string): Promise<boolean> {
  return fs.access(file).then(() => true, () => false)
}

export function errorCode(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
