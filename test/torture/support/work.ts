import type { Client } from '#api'
import type { Random } from '../../../bench/lib/random'
import { pick } from '../fault'
import type { Acknowledged } from './ledger'

const BURST = 10
const LARGEST_TEXT = 3_000

export interface Witness {
  acknowledged(entry: Acknowledged): void
  /** A case is about to be deleted: from now on it may be gone without an acknowledgement. */
  deleting(id: string): void
}

/** Changes a library at random, one step at a time: cases made, edited, tagged and deleted, singly and in bursts. */
export class Work {
  private readonly ids: string[] = []
  private readonly counts = new Map<string, number>()
  private made = 0

  constructor(
    private readonly client: Client, private readonly name: string, private readonly random: Random, private readonly witness: Witness,
  ) {}

  async step(): Promise<void> {
    const chance = this.random()
    if (this.ids.length < 3 || chance < 0.3) await this.create()
    else if (chance < 0.36) await Promise.all(Array.from({ length: BURST }, () => this.create()))
    else if (chance < 0.76) await this.edit()
    else if (chance < 0.94) await this.tag()
    else await this.delete()
  }

  private async create(): Promise<void> {
    const title = `${this.name}-${this.made++}`
    const text = '商会党建'.repeat(pick(this.random, LARGEST_TEXT / 4))
    const { id } = await this.client.cases.create({ title, sections: [{ id: 's', role: 'highlight', heading: '', text }] })
    this.ids.push(id)
    this.witness.acknowledged({ did: 'create', id, title })
  }

  private async edit(): Promise<void> {
    const id = this.anyId()
    const count = (this.counts.get(id) ?? 0) + 1
    this.counts.set(id, count)
    await this.client.cases.edit({ id, set: { notes: String(count) } })
    this.witness.acknowledged({ did: 'edit', id, count })
  }

  private async tag(): Promise<void> {
    const id = this.anyId()
    // A tag that is there already would be acknowledged without a write.
    const label = `标签${this.made++}`
    await this.client.cases.tag({ ids: [id], add: [label] })
    this.witness.acknowledged({ did: 'tag', id, label })
  }

  private async delete(): Promise<void> {
    const [id] = this.ids.splice(pick(this.random, this.ids.length), 1)
    this.witness.deleting(id!)
    await this.client.cases.delete({ ids: [id!] })
    this.witness.acknowledged({ did: 'delete', id: id! })
  }

  private anyId(): string {
    return this.ids[pick(this.random, this.ids.length)]!
  }
}
