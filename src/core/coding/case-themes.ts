import { fieldValue, membersOf, type Library, type StoredRecord } from '../library'

/** The names of the themes each case is coded to, kept passage by passage. */
export class CaseThemes {
  private passages: Map<string, Set<string>> | null = null
  private readonly caseOfPassage = new Map<string, string>()

  constructor(private readonly library: Library) {}

  of(caseId: string): string[] {
    const names = new Set<string>()
    for (const id of this.known().get(caseId) ?? []) {
      const passage = this.library.live(id, 'passage')
      if (passage === undefined) continue
      for (const themeId of membersOf(passage, 'themes/')) {
        const theme = this.library.live(themeId, 'theme')
        if (theme !== undefined) names.add(String(fieldValue(theme, 'name')))
      }
    }
    return [...names]
  }

  /** The cases that a change of these records may give other themes. */
  follow(ids: string[]): Set<string> {
    const affected = new Set<string>()
    for (const id of ids) {
      const record = this.library.record(id)
      if (record?.kind === 'passage') this.followPassage(record, affected)
      else if (record?.kind === 'theme') this.followTheme(id, affected)
    }
    return affected
  }

  private followPassage(record: StoredRecord, affected: Set<string>): void {
    const known = this.known()
    const before = this.caseOfPassage.get(record.id)
    if (before !== undefined) {
      known.get(before)?.delete(record.id)
      affected.add(before)
    }
    this.enter(record, known)
    affected.add(String(fieldValue(record, 'caseId')))
  }

  private followTheme(themeId: string, affected: Set<string>): void {
    for (const passage of this.library.liveOfKind('passage')) {
      if (fieldValue(passage, `themes/${themeId}`) === true) affected.add(String(fieldValue(passage, 'caseId')))
    }
  }

  private known(): Map<string, Set<string>> {
    if (this.passages === null) {
      this.passages = new Map()
      for (const passage of this.library.liveOfKind('passage')) this.enter(passage, this.passages)
    }
    return this.passages
  }

  private enter(passage: StoredRecord, known: Map<string, Set<string>>): void {
    const caseId = String(fieldValue(passage, 'caseId'))
    this.caseOfPassage.set(passage.id, caseId)
    const ids = known.get(caseId)
    if (ids === undefined) known.set(caseId, new Set([passage.id]))
    else ids.add(passage.id)
  }
}
