import { promises as fs } from 'node:fs'
import { libraryInBackups } from './backups/identity'
import { errorCode, readIfThere } from './disk'
import { JOURNAL_VERSION, lastSession, listSegments } from './journal/segments'
import type { Layout } from './layout'
import { claimsToBeLibrary, identifyByContent, identifyByHeader, type Identity } from './snapshot/document'

export type Inspection =
  | { kind: 'missing' | 'empty' | 'foreign' | 'ruined' }
  | { kind: 'newer'; version: number }
  | { kind: 'library'; libraryId: string; epoch: number }

/** Files that desktops leave anywhere, and those that an interrupted start of this program leaves. */
const IGNORED = /^(\.DS_Store|\.localized|\.directory|Thumbs\.db|desktop\.ini|library\.lock.*|library\.json\..*\.tmp)$/iu

const HEAD_BYTES = 4096

/** What the folder is, found out without changing a byte. */
export async function inspect(layout: Layout): Promise<Inspection> {
  const names = await entriesOf(layout.directory)
  if (names === 'missing' || names === 'foreign') return { kind: names }
  if (names.every((name) => IGNORED.test(name))) return { kind: 'empty' }

  let document = await identify(layout.snapshot)
  if (document.state !== 'known' && document.state !== 'newer') document = await identify(layout.previous)
  if (document.state === 'newer') return { kind: 'newer', version: document.version }
  const segments = await listSegments(layout.journal)
  const session = await lastSession(segments)
  if (session !== undefined && session.version > JOURNAL_VERSION) return { kind: 'newer', version: session.version }

  const libraryId = document.state === 'known' ? document.libraryId : session?.libraryId ?? await libraryInBackups(layout.backups)
  if (libraryId !== undefined) return { kind: 'library', libraryId, epoch: session?.epoch ?? 0 }
  return { kind: claimsToBeLibrary(await headOf(layout.snapshot)) || segments.length > 0 ? 'ruined' : 'foreign' }
}

/** Most of the time the first line says it all, and a large library need not be read twice. */
async function identify(file: string): Promise<Identity> {
  return identifyByHeader(await headOf(file)) ?? identifyByContent(await textOf(file))
}

/** The first characters, the header line among them; empty where there is no such file, or it cannot be read. */
async function headOf(file: string): Promise<string> {
  try {
    const handle = await fs.open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return ''
  }
}

/** Empty where there is no such file, or it cannot be read. */
async function textOf(file: string): Promise<string> {
  return (await readIfThere(file).catch(() => null))?.toString('utf8') ?? ''
}

async function entriesOf(directory: string): Promise<string[] | 'missing' | 'foreign'> {
  try {
    return await fs.readdir(directory)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return 'missing'
    if (errorCode(cause) === 'ENOTDIR') return 'foreign'
    throw cause
  }
}
