import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nodeDisk, type Disk, type WritableFile } from '#node/disk'
import type { Random } from '../../../bench/lib/random'
import { pick } from '../fault'

const SECTOR = 512

/** A file as the program sees it and as it would be found after the power failed. */
interface Inode {
  content: Buffer
  durable: Buffer
}

/**
 * A disk whose power can be cut: what was written since a file's last flush may be there in any sectors or not at all,
 * and names changed since their folder's last flush may be the old ones (ext4 loses them from the last on; ALICE,
 * Pillai et al., OSDI 2014, found programs to fail on just these).
 */
export class PowerCutDisk implements Disk {
  private readonly inodes = new Map<string, Inode>()
  /** Names as they are on the disk for sure. */
  private readonly durableNames = new Map<string, Inode>()
  private pendingNames: { directory: string; apply(names: Map<string, Inode>): void }[] = []

  /** @param step is called after every operation: the moments at which the power can fail. */
  constructor(private readonly step: () => void) {}

  async open(file: string, flags: string | number): Promise<WritableFile> {
    const handle = await nodeDisk.open(file, flags)
    const inode = this.inodeOf(file, flags === 'wx')
    return {
      write: async (bytes, offset, length, position) => {
        const result = await handle.write(bytes, offset, length, position)
        const end = position + result.bytesWritten
        if (end > inode.content.length) inode.content = Buffer.concat([inode.content, Buffer.alloc(end - inode.content.length)])
        Buffer.from(bytes.buffer, bytes.byteOffset + offset, result.bytesWritten).copy(inode.content, position)
        this.step()
        return result
      },
      datasync: async () => {
        inode.durable = Buffer.from(inode.content)
        this.step()
      },
      truncate: async (length) => {
        await handle.truncate(length)
        inode.content = Buffer.from(inode.content.subarray(0, length))
        this.step()
      },
      close: () => handle.close(),
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await nodeDisk.rename(from, to)
    const inode = this.inodes.get(from)!
    this.inodes.delete(from)
    this.inodes.set(to, inode)
    this.changeNames(to, (names) => {
      names.delete(from)
      names.set(to, inode)
    })
    this.step()
  }

  async syncDirectory(directory: string): Promise<void> {
    for (const change of this.pendingNames) if (change.directory === directory) change.apply(this.durableNames)
    this.pendingNames = this.pendingNames.filter((change) => change.directory !== directory)
    this.step()
  }

  /** The files under `folder` as they might be found if the power failed now; null for a file that would be missing. */
  image(folder: string, random: Random): Map<string, Buffer | null> {
    const names = new Map(this.durableNames)
    const kept = pick(random, this.pendingNames.length + 1)
    for (const change of this.pendingNames.slice(0, kept)) change.apply(names)
    const image = new Map<string, Buffer | null>()
    for (const file of this.inodes.keys()) image.set(path.relative(folder, file), null)
    for (const [file, inode] of names) image.set(path.relative(folder, file), remains(inode, random))
    return image
  }

  private inodeOf(file: string, isNew: boolean): Inode {
    const known = this.inodes.get(file)
    if (known !== undefined && !isNew) return known
    // A file from before this disk's time was flushed by whoever made it.
    const bytes = isNew ? Buffer.alloc(0) : readFileSync(file)
    const inode = { content: bytes, durable: bytes }
    this.inodes.set(file, inode)
    if (isNew) this.changeNames(file, (names) => void names.set(file, inode))
    else this.durableNames.set(file, inode)
    return inode
  }

  private changeNames(file: string, apply: (names: Map<string, Inode>) => void): void {
    this.pendingNames.push({ directory: path.dirname(file), apply })
  }
}

function remains({ content, durable }: Inode, random: Random): Buffer {
  if (content.equals(durable)) return durable
  const length = random() < 0.5 ? content.length : Math.min(content.length, durable.length + pick(random, content.length + 1))
  const found = Buffer.alloc(Math.max(length, 0))
  durable.copy(found)
  for (let at = 0; at < found.length; at += SECTOR) {
    if (random() < 0.5) content.copy(found, at, at, Math.min(at + SECTOR, content.length))
  }
  return found
}

/** Makes `target` what the power cut would have left of `source`, at once, so that nothing moves meanwhile. */
export function layImage(source: string, target: string, image: Map<string, Buffer | null>): void {
  cpSync(source, target, { recursive: true })
  for (const [name, bytes] of image) {
    const file = path.join(target, name)
    if (bytes === null) rmSync(file, { force: true })
    else writeFileSync(file, bytes)
  }
}
