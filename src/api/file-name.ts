/** Names of files that come from people and from other systems. */

const LONGEST_NAME = 255
/** Most file systems take 255 bytes; some room is left for what a host adds while it writes. */
const LONGEST_ON_DISK = 200
const LONGEST_ENDING = 16
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** The name as it is kept and shown: one line, in which nothing can turn the writing direction or hide. */
export function shownFileName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, '').trim()
  const characters = [...cleaned]
  if (characters.length <= LONGEST_NAME) return cleaned
  const ending = endingOf(cleaned)
  return characters.slice(0, LONGEST_NAME - ending.length).join('') + ending
}

/** The name as a file can have it on every system, in any folder, without leaving it. */
export function safeFileName(name: string): string {
  const cleaned = shownFileName(name).replace(/[<>:"/\\|?*]+/gu, '_').replace(/\s+/gu, ' ').replace(/^[. ]+/u, '').replace(/[. ]+$/u, '')
  const named = DEVICE.test(cleaned) ? `_${cleaned}` : cleaned
  const ending = endingOf(named)
  let stem = named.slice(0, named.length - ending.length)
  const room = LONGEST_ON_DISK - byteLength(ending)
  while (byteLength(stem) > room) stem = [...stem].slice(0, -1).join('')
  const short = `${stem}${ending}`.replace(/[. ]+$/u, '')
  return short === '' ? 'attachment' : short
}

/** The ending with its dot, such as `.pdf`; empty where there is none. */
function endingOf(name: string): string {
  const at = name.lastIndexOf('.')
  return at <= 0 || name.length - at > LONGEST_ENDING ? '' : name.slice(at)
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
