import type { ImportResult, ImportWarning, ReportFormat } from '#api'
import { fill, textsFor, type Language, type Texts } from '#api/i18n'
import type { Preview } from './previews'

/** One file of an import and what became of it. */
interface ReportRow {
  file: string
  outcome: keyof Texts['importReport']['outcomes']
  imported: string[]
  updated: string[]
  duplicates: string[]
  repaired: number
  open: number
  warnings: ImportWarning[]
}

export interface ImportReport {
  at: string
  rows: ReportRow[]
}

/** File by file what an import did. */
export function reportOf(preview: Preview, result: ImportResult, at: string): ImportReport {
  const names = [...new Set([...preview.files.map(({ info }) => info.file), ...result.warnings.map(({ file }) => file)])]
  const failed = new Set(preview.failures.map(({ file }) => file))
  const byFile = <Item extends { file: string }>(items: readonly Item[]): Map<string, Item[]> => {
    const groups = new Map<string, Item[]>()
    for (const item of items) groups.set(item.file, [...groups.get(item.file) ?? [], item])
    return groups
  }
  const [imported, updated, duplicates, repairs, warnings] = [byFile(result.imported), byFile(result.updated), byFile(result.duplicates), byFile(result.repairs), byFile(result.warnings)]
  const titles = (items: { title: string }[] | undefined) => (items ?? []).map(({ title }) => title)
  return {
    at,
    rows: names.map((file) => {
      const spots = repairs.get(file) ?? []
      const row = {
        file, imported: titles(imported.get(file)), updated: titles(updated.get(file)), duplicates: titles(duplicates.get(file)),
        repaired: spots.filter(({ applied }) => applied).length, open: spots.filter(({ applied }) => !applied).length, warnings: warnings.get(file) ?? [],
      }
      return { ...row, outcome: outcomeOf(row, failed.has(file)) }
    }),
  }
}

function outcomeOf({ imported, updated, duplicates }: Pick<ReportRow, 'imported' | 'updated' | 'duplicates'>, isFailed: boolean): ReportRow['outcome'] {
  if (isFailed) return 'failed'
  if (imported.length > 0) return 'imported'
  if (updated.length > 0) return 'updated'
  return duplicates.length > 0 ? 'duplicate' : 'leftOut'
}

/** The report as a file in one of three formats, in the user's language. */
export function reportFile({ at, rows }: ImportReport, format: ReportFormat, language: Language): File {
  const texts = textsFor(language)
  const words = texts.importReport
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
  const sum = (count: (row: ReportRow) => number) => rows.reduce((total, row) => total + count(row), 0)
  const summary = fill(words.summary, {
    files: rows.length, cases: sum(({ imported }) => imported.length), updated: sum(({ updated }) => updated.length),
    duplicates: sum(({ duplicates }) => duplicates.length), failed: rows.filter(({ outcome }) => outcome === 'failed').length,
  })
  const head = [words.file, words.outcome, words.cases, words.repaired, words.open, words.remarks]
  const lines = rows.map((row) => [
    row.file, words.outcomes[row.outcome],
    [...row.imported, ...row.updated.map((title) => `${title}（${words.outcomes.updated}）`), ...row.duplicates.map((title) => `${title}（${words.outcomes.duplicate}）`)].join('；'),
    String(row.repaired), String(row.open),
    row.warnings.map(({ code, message }) => `${texts.warnings[code]}${message === '' || message === 'bundle' ? '' : ` ${message}`}`).join(' '),
  ])
  const content = { csv, md: markdown, html }[format]({ title: words.title, when, summary, head, lines, language })
  return new File([content], `${words.title}.${format}`, { type: { csv: 'text/csv', md: 'text/markdown', html: 'text/html' }[format] })
}

interface Content {
  title: string
  when: string
  summary: string
  head: string[]
  lines: string[][]
  language: Language
}

/** With a byte order mark, by which spreadsheets know the encoding; nothing in it is taken for a formula. */
function csv({ head, lines }: Content): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

function markdown({ title, when, summary, head, lines }: Content): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\s+/gu, ' ').replace(/[\\|<>[\]*_`]/gu, '\\$&')).join(' | ')} |`
  return [`# ${title}`, '', when, '', summary, '', row(head), `|${' --- |'.repeat(head.length)}`, ...lines.map(row), ''].join('\n')
}

function html({ title, when, summary, head, lines, language }: Content): string {
  const safe = (text: string) => text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
  const cells = (name: string, texts: string[]) => texts.map((text) => `<${name}>${safe(text)}</${name}>`).join('')
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${safe(title)}</title>
<style>:root{color-scheme:light dark}body{font:15px/1.7 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1.5rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.45rem .7rem;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);overflow-wrap:anywhere}th,td:nth-child(2){white-space:nowrap}td:first-child{min-width:11rem}</style></head>
<body><h1>${safe(title)}</h1><p>${safe(when)}</p><p>${safe(summary)}</p><table><thead><tr>${cells('th', head)}</tr></thead><tbody>
${lines.map((line) => `<tr>${cells('td', line)}</tr>`).join('\n')}
</tbody></table></body></html>
`
}
