import { findRegions, fold, type FoundRegion } from '../text'

/** Kinds of organisation that a name ends in, longer ones first. */
const KINDS = ['联合会', '促进会', '商会', '协会', '学会', '基金会', '合作社', '工商联', '集团', '公司', '社区', '大学', '学院', '医院', '开发区', '园区']
const KIND = new RegExp(KINDS.join('|'), 'gu')
/** Party bodies that follow an organisation's name: their presence shows that the text speaks of the organisation. */
const PARTY_BODY = /^(?:党委|党支部|党总支|党组织|支部|非公党委|委员会)/u

const LONGEST_NAME = 10
/** Words that are in a description of an organisation and in no name. */
const DESCRIPTION = /首个|第一|先进|全国|各|某|多家|许多|评为|有关|当地|乡镇级|县级|市级|所有|一些|这个|成为|组织|[的和与及在对为是被把了让向由从]/u
const AWARDING = /[被由经获受]$/u

export interface FoundOrganisation {
  /** As written. */
  name: string
  kind: string
  region: FoundRegion
  /** More than a region and a kind. */
  isProper: boolean
  start: number
}

/** Organisations a text names with their region (长沙市眼镜商会), the likeliest subject of the text first. */
export function findOrganisations(text: string, regions = findRegions(text), folded = fold(text)): FoundOrganisation[] {
  const found = new Map<string, FoundOrganisation & { weight: number }>()
  for (const match of folded.matchAll(KIND)) {
    const end = match.index + match[0].length
    const region = regions.findLast((candidate) => candidate.end <= match.index && match.index - candidate.end <= LONGEST_NAME)
    if (region === undefined) continue
    const middle = folded.slice(region.end, match.index)
    if (!/^\p{Script=Han}*$/u.test(middle) || DESCRIPTION.test(middle)) continue
    if (AWARDING.test(folded.slice(Math.max(0, region.start - 1), region.start))) continue
    const isProper = !/^(?:省|市|县|区)?$/u.test(middle)
    const name = text.slice(region.start, end)
    const weight = (isProper ? 2 : 1) + (PARTY_BODY.test(folded.slice(end)) ? 2 : 0) + (found.get(fold(name))?.weight ?? 0)
    found.set(fold(name), { name, kind: text.slice(match.index, end), region, isProper, start: region.start, ...found.get(fold(name)), weight })
  }
  return [...found.values()].sort((a, b) => Number(b.isProper) - Number(a.isProper) || b.weight - a.weight || a.start - b.start)
}
