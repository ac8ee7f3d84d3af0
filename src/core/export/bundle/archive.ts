import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { AppError } from '#api'
import { ARCHIVE_LIMITS, isSafeName } from '../../archive'

/** DOS time has no zone, and fflate takes it from the local one: local midnight is the same bytes everywhere. */
const FIXED_TIME = new Date(1980, 0, 1)

/** Members taken out at once, in bytes: each is a copy beside the archive. */
const BATCH = 16 * 1024 ** 2

/** A ZIP whose bytes depend on nothing but its members; those of `stored` are not compressed. */
export function pack(members: Record<string, Uint8Array>, stored: Record<string, Uint8Array> = {}): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {}
  const all = { ...members, ...stored }
  for (const name of Object.keys(all).sort()) {
    zippable[name] = [all[name]!, { mtime: FIXED_TIME, os: 3, attrs: 0o644 << 16, ...(name in stored ? { level: 0 } : {}) }]
  }
  return zipSync(zippable)
}

/**
 * The members that lie in the ZIP uncompressed and have just the size that is expected of them, a few at a time. Any
 * other is passed over. Of an archive that `unpack` has looked through.
 */
export function* unpackStored(bytes: Uint8Array, sizes: ReadonlyMap<string, number>): Generator<[name: string, content: Uint8Array]> {
  const there: { name: string; size: number }[] = []
  unzipSync(bytes, {
    filter: ({ name, size, originalSize, compression }) => {
      if (compression === 0 && size === originalSize && sizes.get(name) === size) there.push({ name, size })
      return false
    },
  })
  while (there.length > 0) {
    const batch = new Set<string>()
    for (let total = 0; there.length > 0 && (total === 0 || total + there[0]!.size <= BATCH);) {
      total += there[0]!.size
      batch.add(there.shift()!.name)
    }
    yield* Object.entries(unzipSync(bytes, { filter: ({ name }) => batch.has(name) }))
  }
}

/**
 * The wanted members of a ZIP. Every name and size is checked before anything is inflated, and a member never grows
 * beyond the size it declares.
 * @throws AppError BUNDLE_DAMAGED where it is cut, not a ZIP, or beyond the limits; `detail` says which.
 */
export function unpack(bytes: Uint8Array, wanted: readonly string[]): Map<string, Uint8Array> {
  const names = new Set<string>()
  let total = 0
  const refuse = (detail: string): never => {
    throw new AppError('BUNDLE_DAMAGED', { detail })
  }
  try {
    const members = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!isSafeName(name)) refuse(`name ${JSON.stringify(name.slice(0, 80))}`)
        const folded = name.normalize('NFC').toLowerCase()
        if (names.has(folded)) refuse(`double name ${name}`)
        names.add(folded)
        total += originalSize
        if (names.size > ARCHIVE_LIMITS.entries) refuse('too many entries')
        if (total > ARCHIVE_LIMITS.bytes) refuse('too large')
        if (originalSize > Math.max(size, 1) * ARCHIVE_LIMITS.ratio) refuse('compression ratio')
        return wanted.includes(name)
      },
    })
    return new Map(Object.entries(members))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('BUNDLE_DAMAGED', { detail: cause instanceof Error ? cause.message : '' }, { cause })
  }
}

export function textOf(bytes: Uint8Array): string {
  return strFromU8(bytes)
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
