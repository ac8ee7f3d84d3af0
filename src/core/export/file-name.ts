const LENGTH = 80

/** The title as a file name without ending that every system takes. */
export function fileNameOf(title: string): string {
  const cleaned = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .replace(/[<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const short = [...cleaned].slice(0, LENGTH).join('').replace(/[. ]+$/u, '').replace(/^\.+/u, '')
  if (short === '') return 'jingjian'
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(short) ? `_${short}` : short
}
