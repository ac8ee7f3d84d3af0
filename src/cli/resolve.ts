import { AppError, type CaseSummary, type Client, type ListedAttachment, type Template } from '#api'
import { fill } from '#api/i18n'
import { shortId } from './format/words'
import type { CliTexts } from './i18n'

const SHORTEST_PART = 4
const FULL_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export type Named = Pick<CaseSummary, 'id' | 'title'>

/**
 * The case that `name` stands for: a full id, an exact title, or the start or the end of an id that no other case has.
 * @throws AppError CASE_NOT_FOUND, or INVALID_INPUT where more than one fits.
 */
export async function resolveCase(client: Client, name: string, words: CliTexts): Promise<Named> {
  const [found] = await resolveCases(client, [name], words)
  return found!
}

/** The same for several names, in their order. */
export async function resolveCases(client: Client, names: string[], words: CliTexts): Promise<Named[]> {
  // Full ids are looked up by themselves: to list and sort a large library takes longer than the command itself.
  const byId = names.every((name) => FULL_ID.test(name)) ? await Promise.all(names.map((id) => caseById(client, id))) : [null]
  if (byId.every((found) => found !== null)) return byId
  const { cases } = await client.cases.list({})
  return names.map((name) => pick(cases, name.trim(), words))
}

/** Names written in one argument, by comma; a title with a comma in it can still be named whole. */
export async function resolveList(client: Client, names: string, words: CliTexts): Promise<CaseSummary[]> {
  const { cases } = await client.cases.list({})
  if (cases.some(({ title }) => title === names)) return [pick(cases, names, words)]
  return names.split(/[,，]/u).map((name) => name.trim()).filter((name) => name !== '').map((name) => pick(cases, name, words))
}

async function caseById(client: Client, id: string): Promise<Named | null> {
  try {
    return (await client.cases.get({ id })).case
  } catch (error) {
    if ((error as { code?: string }).code === 'CASE_NOT_FOUND') return null
    throw error
  }
}

function pick(cases: CaseSummary[], name: string, words: CliTexts): CaseSummary {
  const exact = cases.filter(({ id }) => id === name)
  const titled = cases.filter(({ title }) => title === name)
  const lower = name.toLowerCase()
  const parts = name.length < SHORTEST_PART ? [] : cases.filter(({ id }) => id.startsWith(lower) || id.endsWith(lower))
  const found = [exact, titled, parts].find((candidates) => candidates.length > 0)
  if (found === undefined) throw new AppError('CASE_NOT_FOUND', { id: name })
  if (found.length > 1) {
    const matches = found.map(({ id, title }) => `${shortId(id)} ${title}`).join(', ')
    throw new AppError('INVALID_INPUT', { detail: fill(words.say.ambiguous, { id: name, matches }) })
  }
  return found[0]!
}

/**
 * The attachment that `name` stands for: a full id, its name, or the start or the end of an id that no other of the case has.
 * @throws AppError ATTACHMENT_NOT_FOUND, or INVALID_INPUT where more than one fits.
 */
export function pickAttachment(attachments: ListedAttachment[], name: string, words: CliTexts): ListedAttachment {
  const lower = name.toLowerCase()
  const parts = name.length < SHORTEST_PART ? [] : attachments.filter(({ id }) => id.startsWith(lower) || id.endsWith(lower))
  const found = [attachments.filter(({ id }) => id === name), attachments.filter((attachment) => attachment.name === name), parts]
    .find((candidates) => candidates.length > 0)
  if (found === undefined) throw new AppError('ATTACHMENT_NOT_FOUND', { id: name })
  if (found.length > 1) {
    const matches = found.map((attachment) => `${shortId(attachment.id)} ${attachment.name}`).join(', ')
    throw new AppError('INVALID_INPUT', { detail: fill(words.say.ambiguousAttachment, { id: name, matches }) })
  }
  return found[0]!
}

/**
 * The template that `name` stands for: an id, its name, or the start or the end of an id that no other has; undefined
 * where there is none.
 * @throws AppError INVALID_INPUT where more than one fits.
 */
export function pickTemplate(templates: Template[], name: string, words: CliTexts): Template | undefined {
  const lower = name.toLowerCase()
  const parts = name.length < SHORTEST_PART ? [] : templates.filter(({ id, own }) => own && (id.startsWith(lower) || id.endsWith(lower)))
  const found = [templates.filter(({ id }) => id === name), templates.filter((template) => template.name === name), parts]
    .find((candidates) => candidates.length > 0)
  if (found !== undefined && found.length > 1) {
    const matches = found.map((template) => `${shortId(template.id)} ${template.name}`).join(', ')
    throw new AppError('INVALID_INPUT', { detail: fill(words.say.ambiguousTemplate, { id: name, matches }) })
  }
  return found?.[0]
}
