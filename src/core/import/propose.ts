import type { ProposedField, Region } from '#api'
import { findRegions, fold, type FoundRegion } from '../text'
import { isGeneric } from './generic-words'
import { findOrganisations } from './organisation'
import { findOrigin, placeName } from './origin'

export interface Proposal {
  title: string
  organisation: string
  modelName: string
  region: Region
  period: string
}

/** What a case is about stands at its beginning; a whole book as one case need not be read for it. */
const READ_AT_MOST = 20_000
const LONGEST_TITLE = 24
/** A coined model in quotation marks: “云南模式”. */
const MODEL = /[“"‘]([^“”"‘’，。、；,.;\s]{2,12}(?:模式|经验|样板|工作法|路径|机制))[”"’]/u
/** What the text itself calls its subject at its very beginning: 江西省首个乡镇级商会党委. */
const SUBJECT = /^[^，。、；：,.;:!?！？\n]{2,22}?(?:商会|协会|联合会|促进会|学会|合作社|企业|社区)(?:党委|党总支|党支部|党组织)?(?=[，。、；,.;!?！？\n]|$)/u
const CHAMBER = '商会'
const YEAR = /(?:19|20)\d{2}(?=年|[-–—~至]\s*(?:19|20)\d{2}年?)/gu

/**
 * What a case may be called, and who, where and when it is about, read from its own text; fields it says nothing about
 * are empty. Names stand in the characters of the text. Everything here is a proposal for a person to confirm.
 * @param lead the section that says most shortly what the case is (its highlight).
 */
export function propose(whole: string, lead: string): Proposal {
  const text = whole.slice(0, READ_AT_MOST)
  const folded = fold(text)
  const regions = findRegions(text, folded)
  const organisations = findOrganisations(text, regions, folded)
  const modelName = MODEL.exec(folded)
  const model = modelName === null ? '' : text.slice(modelName.index + 1, modelName.index + 1 + modelName[1]!.length)
  const proper = organisations.find(({ isProper }) => isProper)
  const host = proper?.region ?? organisations[0]?.region ?? regions[0]
  const derived = host === undefined ? '' : derivedName(text, folded, host, regions)
  const organisation = proper?.name ?? derived
  return {
    title: organisation || model || subjectOf(lead) || kindInPlace(text, folded, host) || firstWords(lead || text),
    organisation: organisation || organisations[0]?.name || '',
    modelName: model,
    region: host === undefined ? { province: '', city: '' } : regionOf(host, regions),
    period: periodOf(folded),
  }
}

/** The fields of a proposal that say something. */
export function proposedFields(proposal: Proposal): ProposedField[] {
  const { region, ...texts } = proposal
  const named = (Object.keys(texts) as (keyof typeof texts)[]).filter((field) => texts[field] !== '')
  return region.province === '' ? named : [...named, 'region']
}

/** A chamber of people from elsewhere is called by both places: 厦门 + 莆田 + 商会. */
function derivedName(text: string, folded: string, host: FoundRegion, regions: FoundRegion[]): string {
  const kind = writtenKind(text, folded)
  const origin = kind === '' ? null : findOrigin(text, host, regions, folded)
  return origin === null ? '' : placeName(text, host) + origin + kind
}

function kindInPlace(text: string, folded: string, host: FoundRegion | undefined): string {
  const kind = writtenKind(text, folded)
  return host === undefined || kind === '' ? '' : placeName(text, host) + kind
}

function writtenKind(text: string, folded: string): string {
  const at = folded.indexOf(CHAMBER)
  return at < 0 ? '' : text.slice(at, at + CHAMBER.length)
}

function subjectOf(lead: string): string {
  const match = SUBJECT.exec(fold(lead))
  if (match === null || findRegions(match[0])[0]?.start !== 0) return ''
  return lead.slice(0, match[0].length)
}

function firstWords(text: string): string {
  const lines = text.slice(0, READ_AT_MOST).split(/[\n\u2028]/u).map((line) => line.replace(/^[#>*\-\s]+/u, '').trim())
  const line = lines.find((words) => !isGeneric(words)) ?? lines.find((words) => /[\p{L}\p{N}]/u.test(words)) ?? lines.find((words) => words !== '') ?? ''
  const clause = /^[^，。；！？,;!?]*/u.exec(line)![0].trim() || line
  const characters = [...clause]
  return characters.length <= LONGEST_TITLE ? clause : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`
}

/** The host's province, with the first city of it that the text names. */
function regionOf(host: FoundRegion, regions: FoundRegion[]): Region {
  const city = host.city || (regions.find(({ province, city: name }) => province === host.province && name !== '')?.city ?? '')
  return { province: host.province, city }
}

function periodOf(folded: string): string {
  const years = [...folded.matchAll(YEAR)].filter(({ index }) => !isDigit(folded, index - 1)).map((match) => Number(match[0]))
  if (years.length === 0) return ''
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? String(first) : `${first}–${last}`
}

function isDigit(text: string, at: number): boolean {
  return at >= 0 && text[at]! >= '0' && text[at]! <= '9'
}
