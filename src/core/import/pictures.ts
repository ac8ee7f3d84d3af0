/** Formats that are pictures, by their ids in the registry. */
export const PICTURES: ReadonlySet<string> = new Set(['png', 'jpeg', 'tiff', 'webp', 'bmp'])

/** `head` holds the file's first bytes as characters of as many numbers. */
export function pictureKindOf(head: string): string | null {
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  // Two letters alone could begin a text; the reserved bytes behind the size are always zero.
  return head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0' ? 'bmp' : null
}
