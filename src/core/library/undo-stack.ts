import { PURGE, type CommandHead } from './model'

/**
 * Which command undo and redo would take back next. Undo and redo are commands themselves (`undoes` names what they
 * took back), so the stacks follow from the journal and outlive a restart.
 */
export class UndoStack {
  private done: CommandHead[] = []
  private undone: CommandHead[] = []

  add(head: CommandHead): void {
    // What was destroyed on purpose cannot be had back; what else was done before it can still be taken back.
    if (head.name === PURGE) return this.forget(new Set(head.spends))
    if (head.undoes === undefined) {
      this.done.push(head)
      this.undone = []
      return
    }
    const last = this.done.at(-1)
    if (last?.commandId === head.undoes) {
      this.done.pop()
      this.undone.push({ ...head, name: last.name })
      return
    }
    const lastUndone = this.undone.at(-1)
    if (lastUndone?.commandId === head.undoes) {
      this.undone.pop()
      this.done.push({ ...head, name: lastUndone.name })
    }
  }

  private forget(spent: ReadonlySet<string>): void {
    this.done = this.done.filter(({ commandId }) => !spent.has(commandId))
    this.undone = this.undone.filter(({ commandId }) => !spent.has(commandId))
  }

  get undoable(): CommandHead | null {
    return this.done.at(-1) ?? null
  }

  get redoable(): CommandHead | null {
    return this.undone.at(-1) ?? null
  }
}
