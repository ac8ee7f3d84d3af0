import { AppError, SectionRole, type Case, type CaseEdit } from '#api'
import { fill } from '#api/i18n'
import { UsageError, type CliCommand } from '../command'
import { collect } from '../parse'
import { resolveCase } from '../resolve'

const SCALARS = { title: 'title', organisation: 'organisation', model: 'modelName', modelName: 'modelName', period: 'period', notes: 'notes' } as const

export const edit: CliCommand = {
  name: 'edit',
  declare(command, { options }) {
    command.argument('<id>').requiredOption('--set <field=value>', options.set, collect)
  },
  async run({ open, args, options, words }) {
    const assignments = (options.set as string[]).map((text) => assignmentOf(text, fill(words.usage.fieldEqualsValue, { value: text })))
    const { client } = await open()
    const { id } = await resolveCase(client, args[0]!, words)
    const { case: current } = await client.cases.get({ id })
    const set: CaseEdit = {}
    for (const [field, value] of assignments) assign(set, current, field, value)
    const json = await client.cases.edit({ id, set })
    return { json, text: json.change === null ? words.say.unchanged : fill(words.say.edited, { title: json.case.title }) }
  },
}

function assignmentOf(text: string, complaint: string): [field: string, value: string] {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(complaint)
  return [text.slice(0, at).trim(), text.slice(at + 1)]
}

function assign(set: CaseEdit, current: Case, field: string, value: string): void {
  if (Object.hasOwn(SCALARS, field)) {
    set[SCALARS[field as keyof typeof SCALARS]] = value
  } else if (field === 'province' || field === 'city') {
    set.region = { ...(set.region ?? current.region), [field]: value }
  } else if (field === 'region') {
    const [province = '', city = ''] = value.split(/[/\s]+/u)
    set.region = { province, city }
  } else if (SectionRole.options.some((role) => role === field)) {
    set.sections = withSectionText(set.sections ?? current.sections, field as SectionRole, value)
  } else {
    throw new AppError('UNKNOWN_FIELD', { field })
  }
}

/** The first section of the role gets the text; where there is none a new one is added at the end. */
function withSectionText(sections: Case['sections'], role: SectionRole, text: string): Case['sections'] {
  const first = sections.find((section) => section.role === role)
  if (first === undefined) return [...sections, { id: crypto.randomUUID(), role, heading: '', text }]
  return sections.map((section) => (section === first ? { ...section, text } : section))
}
