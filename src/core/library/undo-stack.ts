import { PURGE, type CommandHead } from './model'

/**
 * Which command undo and redo would take back next. Undo and redo are commands themselves (`undoes` names what they
 * took back), so the stacks follow from the journal and outlive a restart.
 */
export class UndoStack {
  private readonly done: CommandHead[] = []
  private readonly undone: CommandHead[] = []

  add(head: CommandHead): void {
    // What was destroyed on purpose cannot be had back; what was done before it can still be taken back.
    if (head.name === PURGE) return
    if (head.undoes === undefined) {
      this.done.push(head)
      this.undone.length = 0
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

  get undoable(): CommandHead | null {
    return this.done.at(-1) ?? null
  }

  get redoable(): CommandHead | null {
    return this.undone.at(-1) ?? null
  }
}
