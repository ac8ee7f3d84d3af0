import type { SectionRole } from '#api'
import { textsFor } from '#api/i18n'
import { fold } from '../text'
import { templates } from './templates'

/** The role that a heading names (做法, 主要做法), in either script; undefined for any other heading. */
export function roleOfHeading(heading: string): SectionRole | undefined {
  const folded = fold(heading).replace(/[\s:*_【】]/gu, '')
  for (const template of templates) {
    for (const { role, markers } of template.sections) if (markers.includes(folded)) return role
  }
  return undefined
}

/** Whether a heading is no more than the role's own name, as exports write it where a section has no heading. */
export function isRoleName(heading: string, role: SectionRole): boolean {
  return heading === textsFor('zh-Hans').roles[role] || heading === textsFor('en').roles[role]
}
