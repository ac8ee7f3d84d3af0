import type { FactKind, SectionRole } from '../entities'
import type { Texts } from './texts'

/** What is needed to name the field of a conflict in words. */
export interface NamedField {
  field: string
  section?: { role: SectionRole; heading: string } | undefined
  member?: string | undefined
}

/** Fields of records in words: `段落 看点 标题`, `标签 荣誉/国家级`. */
export function conflictFieldText({ field, section, member }: NamedField, texts: Texts): string {
  const [list = '', , ...rest] = field.split('/')
  if (field === 'sections') return texts.conflicts.order
  if (field === 'deleted') return texts.conflicts.deletion
  if (section !== undefined) {
    const part = rest.at(-1)
    const name = section.heading === '' ? texts.roles[section.role] : section.heading
    return [texts.fields.sections, name, ...(part === 'heading' ? [texts.fields.title] : part === 'role' ? [texts.conflicts.role] : [])].join(' · ')
  }
  const label = (texts.fields as Record<string, string>)[list] ?? (texts.conflicts.fields as Record<string, string>)[list] ?? list
  const of = list === 'tags' || list === 'words' ? field.slice(list.length + 1) : member
  return of === undefined || of === '' ? label : `${label} · ${of}`
}

/** A value of a conflict in words; a text is itself. */
export function conflictValueText(field: string, value: unknown, texts: Texts): string {
  const { words } = texts.conflicts
  if (field === 'deleted') return value === true ? words.deleted : words.kept
  if (/^sections\/[^/]+$/u.test(field)) return value === true ? words.kept : words.removed
  if (field === 'factKind') return texts.facts[value as FactKind] ?? words.removed
  if (/^(?:tags|themes|cases|words)\//u.test(field)) return value === false || value === null ? words.without : words.with
  if (field === 'sections') return (value as { role: SectionRole; heading: string }[]).map(({ role, heading }) => heading || texts.roles[role]).join(' → ')
  if (field.endsWith('/role')) return texts.roles[value as SectionRole] ?? String(value)
  if (value === false) return words.removed
  return inWords(value) || words.empty
}

/** Any stored value as text: its strings and numbers, joined. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(inWords).filter((word) => word !== '').join('；')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(inWords).filter((word) => word !== '').join(' ')
  return ''
}
