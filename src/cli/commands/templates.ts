import { AppError, SectionRole, type Template } from '#api'
import { fill } from '#api/i18n'
import { Argument } from 'commander'
import { UsageError, type CliCommand, type Invocation } from '../command'
import { table } from '../format/table'
import { shortId } from '../format/words'
import type { CliTexts } from '../i18n'
import { collect } from '../parse'
import { pickTemplate } from '../resolve'

const ACTIONS = ['list', 'add', 'change', 'delete'] as const

type Markers = Pick<Template, 'sections' | 'caseMarkers'>

export const templates: CliCommand = {
  name: 'templates',
  isReading: (_options, [action = 'list']) => action === 'list',
  declare(command, { options }) {
    command.addArgument(new Argument('[action]').choices(ACTIONS)).argument('[name]')
      .option('--section <role=markers>', options.section, collect)
      .option('--case <marker>', options.caseMarker, collect)
      .option('--name <name>', options.newName)
  },
  async run(invocation) {
    const { open, args: [action = 'list', name], options, words } = invocation
    const { section, case: caseMarkers, name: newName } = options as { section?: string[]; case?: string[]; name?: string }
    if (action === 'list' && name !== undefined) throw new UsageError(words.usage.excessArguments)
    if (action !== 'list' && name === undefined) throw new UsageError(fill(words.usage.missingArgument, { value: 'name' }))
    if (action === 'add' && section === undefined) throw new UsageError(fill(words.usage.missingOption, { value: '--section' }))
    if (action === 'change' && [section, caseMarkers, newName].every((option) => option === undefined)) throw new UsageError(words.usage.changeWhat)
    const given: Partial<Markers> = {
      ...(section === undefined ? {} : { sections: section.map((text) => sectionOf(text, words)) }),
      ...(caseMarkers === undefined ? {} : { caseMarkers: caseMarkers.flatMap(markersOf) }),
    }
    const { client } = await open()
    const known = await client.imports.templates()
    if (action === 'list') return { json: { templates: known }, text: shown(known, invocation) }
    if (action === 'add') {
      if (known.some((template) => template.name === name!.trim())) throw new AppError('INVALID_INPUT', { detail: fill(words.say.templateExists, { name: name! }) })
      return saved({ name: newName ?? name!, sections: [], caseMarkers: [], ...given })
    }
    const template = pickTemplate(known, name!, words)
    if (template === undefined) throw new AppError('TEMPLATE_NOT_FOUND', { id: name! })
    if (!template.own) throw new AppError('INVALID_INPUT', { detail: fill(words.say.templateBuiltIn, { name: template.name }) })
    if (action === 'delete') {
      const { change } = await client.imports.deleteTemplate({ id: template.id })
      return { json: { deleted: template, change }, text: fill(words.say.templateDeleted, { name: template.name }) }
    }
    return saved({ id: template.id, name: newName ?? template.name, sections: template.sections, caseMarkers: template.caseMarkers, ...given })

    async function saved(wanted: Markers & { id?: string; name: string }) {
      const json = await client.imports.saveTemplate(wanted)
      const { id, name: kept } = json.template
      return { json, text: json.change === null ? words.say.unchanged : fill(words.say.templateSaved, { name: kept, id: shortId(id) }) }
    }
  },
}

/** `highlight=看点,亮点`. */
function sectionOf(text: string, words: CliTexts): Template['sections'][number] {
  const at = text.indexOf('=')
  const role = SectionRole.safeParse(text.slice(0, Math.max(0, at)).trim())
  const markers = markersOf(text.slice(at + 1))
  if (!role.success || markers.length === 0) throw new UsageError(fill(words.usage.roleEqualsMarkers, { value: text, roles: SectionRole.options.join(' ') }))
  return { role: role.data, markers }
}

function markersOf(text: string): string[] {
  return text.split(/[,，、]/u).map((marker) => marker.trim()).filter((marker) => marker !== '')
}

function shown(known: Template[], { words, texts }: Invocation): string {
  const { id, name, sections, caseMarkers } = words.columns
  const rows = known.map((template) => [
    template.own ? shortId(template.id) : template.id, template.name,
    template.sections.map(({ role, markers }) => `${texts.roles[role]}: ${markers.join(' ')}`).join('; '),
    template.caseMarkers.join(' '),
  ])
  return table([id, name, sections, caseMarkers], rows, 60)
}
