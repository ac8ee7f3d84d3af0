/** Groups whose text is not the document's. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'colortbl', 'info', 'pict', 'object', 'objdata', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'annotation', 'atnid', 'atnauthor',
  'listtable', 'listoverridetable', 'rsidtbl', 'generator', 'datafield', 'themedata', 'colorschememapping', 'latentstyles', 'xmlnstbl', 'nonshppict', 'ftnsep', 'ftnsepc',
  'aftnsep', 'aftnsepc', 'filetbl', 'revtbl', 'sp', 'shprslt', 'tc', 'xe', 'mmathPr', 'background', 'userprops', 'do',
])

/** Groups that begin with `\*` and hold text all the same. */
export const STARRED: ReadonlySet<string> = new Set(['fldinst', 'shpinst', 'listtext', 'pntext', 'shptxt', 'footnote'])

/** Words that stand for characters. */
export const CHARACTERS: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  tab: ' ', line: '\n', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', emdash: '—', endash: '–', bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ',
})
