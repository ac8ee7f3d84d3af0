import { promises as fs } from 'node:fs'
import { errorCode, readIfThere } from './disk'
import { JOURNAL_VERSION, lastSession, listSegments } from './journal/segments'
import type { Layout } from './layout'
import { claimsToBeLibrary, identify } from './snapshot/document'

export type Inspection =
  | { kind: 'missing' | 'empty' | 'foreign' | 'ruined' }
  | { kind: 'newer'; version: number }
  | { kind: 'library'; libraryId: string; epoch: number }

/** Files that desktops leave anywhere, and those that an interrupted start of this program leaves. */
const IGNORED = /^(\.DS_Store|\.localized|\.directory|Thumbs\.db|desktop\.ini|library\.lock.*|library\.json\..*\.tmp)$/iu

/** What the folder is, found out without changing a byte. */
export async function inspect(layout: Layout): Promise<Inspection> {
  const names = await entriesOf(layout.directory)
  if (names === 'missing' || names === 'foreign') return { kind: names }
  if (names.every((name) => IGNORED.test(name))) return { kind: 'empty' }

  const text = await textOf(layout.snapshot)
  let document = identify(text)
  if (document.state !== 'known' && document.state !== 'newer') document = identify(await textOf(layout.previous))
  if (document.state === 'newer') return { kind: 'newer', version: document.version }
  const segments = await listSegments(layout.journal)
  const session = await lastSession(segments)
  if (session !== undefined && session.version > JOURNAL_VERSION) return { kind: 'newer', version: session.version }

  const libraryId = document.state === 'known' ? document.libraryId : session?.libraryId
  if (libraryId !== undefined) return { kind: 'library', libraryId, epoch: session?.epoch ?? 0 }
  return { kind: claimsToBeLibrary(text) || segments.length > 0 ? 'ruined' : 'foreign' }
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
