import { AppError, VERSION_EARLIEST, VERSION_NONE, VERSION_NOW, type CaseDiff, type CaseVersion, type TextDiff } from '#api'
import { fill } from '#api/i18n'
import type { Invocation } from './command'

const SHORTEST_PART = 4
const NAMED: readonly string[] = [VERSION_NONE, VERSION_NOW]

/**
 * The version that `name` stands for: `none`, `earliest`, `now`, or a command's id, or the start or end of one.
 * @param versions newest first, as the contract gives them.
 * @throws AppError VERSION_NOT_FOUND, also where more than one fits.
 */
export function pickVersion(versions: CaseVersion[], name: string): string {
  if (NAMED.includes(name)) return name
  if (name === VERSION_EARLIEST) return versions.at(-1)?.commandId ?? name
  const parts = name.length < SHORTEST_PART ? [] : versions.filter(({ commandId }) => commandId.startsWith(name) || commandId.endsWith(name))
  const found = versions.find(({ commandId }) => commandId === name) ?? (parts.length === 1 ? parts[0] : undefined)
  if (found === undefined) throw new AppError('VERSION_NOT_FOUND', { id: name })
  return found.commandId
}

/** What differs, with `[-removed-]` and `{+added+}` in the texts. */
export function diffText(diff: CaseDiff, { words, texts }: Invocation): string {
  const { fields, roles } = texts
  const lines = diff.fields.map(({ field, ...text }) => `${fields[field]}: ${marked(text)}`)
  const section = (part: CaseDiff['sections'][number]): string => {
    const role = part.role.new ?? part.role.old
    const name = marked(part.heading) || (role === null ? '' : roles[role])
    const place = part.state === 'moved' ? ` (${part.position.old} → ${part.position.new})` : ''
    return [`${name}${place}`, ...(part.text.pieces.some(({ kind }) => kind !== 'same') ? [marked(part.text)] : [])].join('\n  ')
  }
  lines.push(...diff.sections.map(section))
  const list = (name: string, { added, removed }: { added: string[]; removed: string[] }): void => {
    if (added.length + removed.length === 0) return
    lines.push(`${name}: ${[...removed.map((each) => `[-${each}-]`), ...added.map((each) => `{+${each}+}`)].join(' ')}`)
  }
  const cited = (sources: CaseDiff['sources']['added']): string[] => sources.map((source) => Object.values(source).filter(Boolean).join(', '))
  list(fields.tags, diff.tags)
  list(fields.sources, { added: cited(diff.sources.added), removed: cited(diff.sources.removed) })
  list(fields.attachments, diff.attachments)
  const others = [...new Set(diff.others.map((field) => (fields as Record<string, string>)[field.split('/')[0]!] ?? field))]
  if (others.length > 0) lines.push(fill(words.say.alsoDiffer, { fields: others.join(', ') }))
  if (diff.deleted.old !== diff.deleted.new) lines.push(`${fields.deleted}: ${diff.deleted.new ? '{+' : '[-'}${fields.deleted}${diff.deleted.new ? '+}' : '-]'}`)
  return lines.length === 0 ? words.say.sameVersions : lines.join('\n')
}

function marked({ pieces }: Pick<TextDiff, 'pieces'>): string {
  return pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')
}
