/** What any ZIP from outside must keep to. */
export const ARCHIVE_LIMITS = { entries: 10_000, bytes: 2 * 1024 ** 3, ratio: 200 }

/** A name that stays inside the folder it would be unpacked to, on every system. */
export function isSafeName(name: string): boolean {
  return name.length > 0 && name.length <= 240
    && !/\p{Cc}|[<>:"\\|?*]/u.test(name)
    && name.split('/').every((part) => part !== '' && !/[. ]$/u.test(part) && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part))
}
