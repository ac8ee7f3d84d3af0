import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { AppError } from '#api'

export const ARCHIVE_LIMITS = { entries: 10_000, bytes: 2 * 1024 ** 3, ratio: 200 }

/** DOS time has no zone, and fflate takes it from the local one: local midnight is the same bytes everywhere. */
const FIXED_TIME = new Date(1980, 0, 1)

/** A ZIP whose bytes depend on nothing but its members. */
export function pack(members: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {}
  for (const name of Object.keys(members).sort()) zippable[name] = [members[name]!, { mtime: FIXED_TIME, os: 3, attrs: 0o644 << 16 }]
  return zipSync(zippable)
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

/** A name that stays inside the folder it would be unpacked to, on every system. */
export function isSafeName(name: string): boolean {
  return name.length > 0 && name.length <= 240
    && !/\p{Cc}|[<>:"\\|?*]/u.test(name)
    && name.split('/').every((part) => part !== '' && !/[. ]$/u.test(part) && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part))
}

export function textOf(bytes: Uint8Array): string {
  return strFromU8(bytes)
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
