/** Which library a folder holds, and whether this process may write it. */
import { setTimeout as delay } from 'node:timers/promises'
import { v7 } from 'uuid'
import { AppError } from '#api'
import type { HostFacts } from '#core/ports'
import type { Disk } from './disk'
import { writeFailure } from './failures'
import { inspect } from './inspect'
import type { Layout } from './layout'
import type { OpenOptions } from './library'
import { LibraryLock } from './lock'
import { DurableAdapter } from './snapshot/adapter'
import { emptySnapshot } from './snapshot/store'

/** Between two attempts to get a library that another process has. */
const RETRY_MS = 100

/** The right to write, or why there is none. */
export interface Access {
  lock: LibraryLock | null
  tookOver: boolean
  readOnly: HostFacts['readOnly']
}

export interface FoundLibrary {
  libraryId: string
  epoch: number
}

/** The library in the folder, or null where one is to be made. */
export async function findLibrary(layout: Layout, create: OpenOptions['create']): Promise<FoundLibrary | null> {
  const { directory } = layout
  const found = await inspect(layout)
  switch (found.kind) {
    case 'foreign': throw new AppError('NOT_A_LIBRARY', { path: directory })
    case 'newer': throw new AppError('LIBRARY_NEWER', { path: directory, detail: String(found.version) })
    case 'ruined': throw new AppError('LIBRARY_DAMAGED', { detail: directory })
    case 'library':
      if (create === 'always') throw new AppError('LIBRARY_EXISTS', { path: directory })
      return found
  }
  if (create === 'never') throw new AppError('LIBRARY_NOT_FOUND', { path: directory })
  return null
}

/** Makes the library while the lock is held, unless another process was quicker. */
export async function createLibrary(layout: Layout, disk: Disk, readOnly: HostFacts['readOnly']): Promise<FoundLibrary> {
  if (readOnly !== null) throw new AppError(readOnly.code, { holder: readOnly.holder, path: layout.directory })
  const found = await findLibrary(layout, 'ifMissing')
  if (found !== null) return found
  const libraryId = v7()
  try {
    await new DurableAdapter(disk, layout).write(emptySnapshot(libraryId))
  } catch (cause) {
    throw writeFailure(cause)
  }
  return { libraryId, epoch: 0 }
}

export async function takeLock(
  layout: Layout, found: FoundLibrary | null, { create, patience = 0, waiting }: OpenOptions,
): Promise<Access> {
  const end = performance.now() + patience
  try {
    for (let isFirst = true, current = found; ; isFirst = false) {
      const result = await LibraryLock.acquire(layout.lock, current?.epoch ?? 0)
      if ('lock' in result) return { ...result, readOnly: null }
      if (performance.now() >= end) return { lock: null, tookOver: false, readOnly: { code: 'LIBRARY_IN_USE', holder: result.heldBy } }
      if (isFirst) waiting?.(result.heldBy)
      await delay(RETRY_MS)
      // Whoever had it has written its epoch into the journal meanwhile.
      current = await findLibrary(layout, create === 'always' ? 'ifMissing' : create)
    }
  } catch (cause) {
    const { code } = writeFailure(cause)
    return { lock: null, tookOver: false, readOnly: { code: code === 'DISK_FULL' || code === 'READ_ONLY' ? code : 'WRITE_FAILED', holder: '' } }
  }
}
