import { fill, textsFor, type Language } from '#api/i18n'

export type { Language } from '#api/i18n'

/** The words a document adds to the cases' own. */
export function wordsFor(language: Language) {
  const { documents, roles, facts, fields } = textsFor(language)
  const colon = language === 'en' ? ': ' : '：'
  return {
    language,
    ...documents,
    fields,
    casesCounted: (count: number) => fill(documents.cases, { count }),
    /** `看点（续）` */
    continuedLabel: (label: string) => (language === 'en' ? `${label} (${documents.continued})` : `${label}（${documents.continued}）`),
    labelled: (label: string, value: string) => `${label}${colon}${value}`,
    /** The interface's word for a row of a comparison, or a section's role. */
    rowLabel(id: string): string {
      const [kind = '', name = ''] = id.split(':')
      const words: Record<string, Record<string, string>> = { role: roles, fact: facts, field: fields }
      return words[kind]?.[name] ?? name
    },
  }
}

export type Words = ReturnType<typeof wordsFor>
