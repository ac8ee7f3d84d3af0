/** Encodings of the code pages and of the character sets of fonts that a text of this part of the world may be in. */
const PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 54936: 'gb18030', 65001: 'utf-8', 10000: 'macintosh', 10008: 'gb18030', 10002: 'big5',
  1250: 'windows-1250', 1251: 'windows-1251', 1253: 'windows-1253', 1254: 'windows-1254', 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258',
}
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}

export function encodingOfPage(page: number | undefined): string {
  return PAGES[page ?? 1252] ?? 'windows-1252'
}

/** Undefined where the font says nothing of its own. */
export function encodingOfCharset(charset: number | undefined): string | undefined {
  const page = CHARSETS[charset ?? 1]
  return page === undefined ? undefined : encodingOfPage(page)
}
