import type { Client } from '#api'

/** Something a library has acknowledged, as a line of JSON between a writer and whoever checks it. */
export type Acknowledged =
  | { did: 'create'; id: string; title: string }
  | { did: 'edit'; id: string; count: number }
  | { did: 'tag'; id: string; label: string }
  | { did: 'delete'; id: string }

/** What a library must hold after any fault. It may hold more: what was on its way when the fault came. */
export class Ledger {
  private readonly titles = new Map<string, string>()
  private readonly counts = new Map<string, number>()
  private readonly labels = new Map<string, Set<string>>()
  private readonly deleted = new Set<string>()

  note(entry: Acknowledged): void {
    if (entry.did === 'create') this.titles.set(entry.id, entry.title)
    else if (entry.did === 'edit') this.counts.set(entry.id, entry.count)
    else if (entry.did === 'tag') this.labels.set(entry.id, (this.labels.get(entry.id) ?? new Set()).add(entry.label))
    else this.deleted.add(entry.id)
  }

  /** As it is now, whatever is noted later. */
  copy(): Ledger {
    const copy = new Ledger()
    for (const [id, title] of this.titles) copy.titles.set(id, title)
    for (const [id, count] of this.counts) copy.counts.set(id, count)
    for (const [id, labels] of this.labels) copy.labels.set(id, new Set(labels))
    for (const id of this.deleted) copy.deleted.add(id)
    return copy
  }

  get size(): number {
    return this.titles.size
  }

  /**
   * What was acknowledged and is not there.
   * @param underWay ids of cases that may have been deleted without an acknowledgement.
   */
  async missingIn(client: Client, underWay: ReadonlySet<string> = new Set()): Promise<string[]> {
    const { cases } = await client.cases.list({})
    const found = new Map(cases.map((item) => [item.id, item]))
    const missing: string[] = []
    for (const [id, title] of this.titles) {
      if (this.deleted.has(id)) {
        if (found.has(id)) missing.push(`${title}: deleted and there again`)
        continue
      }
      const item = found.get(id)
      if (item === undefined) {
        if (!underWay.has(id)) missing.push(`${title}: not there`)
        continue
      }
      const lost = [...this.labels.get(id) ?? []].filter((label) => !item.tags.includes(label))
      if (lost.length > 0) missing.push(`${title}: without the tags ${lost.join(', ')}`)
      const count = this.counts.get(id)
      if (count === undefined) continue
      const { notes } = (await client.cases.get({ id })).case
      if (!(Number(notes) >= count)) missing.push(`${title}: edit ${count} gone, holds ${JSON.stringify(notes)}`)
    }
    return missing
  }
}
