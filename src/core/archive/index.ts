/** What any ZIP from outside must keep to. */
export const ARCHIVE_LIMITS = { entries: 10_000, bytes: 2 * 1024 ** 3, ratio: 200 }

const LONGEST_NAME = 240
/** With a colon behind it a device is one as well, and so is one with an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:[.:]|$)/iu

/** A name that stays inside the folder it would be unpacked to, and can be written there, on every system. */
export function isSafeName(name: string): boolean {
  return isHarmlessName(name) && !/[<>:"|?*]/u.test(name)
}

/**
 * A name that leads nowhere but into the folder it would be unpacked to: no step upwards, no root, no drive, no device.
 * It may have characters that some systems keep out of names, which is no harm to one that is only shown.
 */
export function isHarmlessName(name: string): boolean {
  return name.length > 0 && name.length <= LONGEST_NAME
    && !/\p{Cc}|\\/u.test(name) && !/^[a-z]:/iu.test(name)
    && name.split('/').every((part) => part !== '' && !/[. ]$/u.test(part) && !DEVICE.test(part))
}
