import { AppError, type Accept, type ImportWarning } from '#api'
import type { PreparedCase } from './draft'
import type { SplitFile } from './split-file'

type Files = readonly SplitFile[]

const KEPT = 5
/** Characters of the texts that older previews may hold together. */
const HELD_AT_MOST = 20_000_000

const STEPS = 200

/** What was read and not yet written, with the steps that changed how it is cut. */
export class Preview {
  private past: Files[] = []
  private future: Files[] = []

  constructor(
    readonly id: string,
    readonly accept: Accept,
    public files: Files,
    /** Files that could not be read. */
    readonly failures: ImportWarning[],
  ) {}

  get canUndo(): boolean {
    return this.past.length > 0
  }

  get canRedo(): boolean {
    return this.future.length > 0
  }

  /** @throws AppError FILE_NOT_FOUND. */
  file(name: string): SplitFile {
    const found = this.files.find(({ file }) => file.name === name)
    if (found === undefined) throw new AppError('FILE_NOT_FOUND', { file: name })
    return found
  }

  /** @throws AppError CASE_NOT_FOUND. */
  draft(draftId: string): PreparedCase {
    for (const { cases } of this.files) {
      const found = cases.find(({ draft }) => draft.draftId === draftId)
      if (found !== undefined) return found
    }
    throw new AppError('CASE_NOT_FOUND', { id: draftId })
  }

  /** Puts a file in the place of the one of its name, as a step that can be taken back. */
  replace(changed: SplitFile): void {
    this.past = [...this.past, this.files].slice(-STEPS)
    this.future = []
    this.files = this.files.map((split) => (split.file.name === changed.file.name ? changed : split))
  }

  /** @throws AppError NOTHING_TO_UNDO. */
  undo(): void {
    const before = this.past.pop()
    if (before === undefined) throw new AppError('NOTHING_TO_UNDO')
    this.future.push(this.files)
    this.files = before
  }

  /** @throws AppError NOTHING_TO_REDO. */
  redo(): void {
    const after = this.future.pop()
    if (after === undefined) throw new AppError('NOTHING_TO_REDO')
    this.past.push(this.files)
    this.files = after
  }
}

/** Previews in memory. They hold whole files, so only the latest few are kept. */
export class Previews {
  private readonly previews = new Map<string, Preview>()

  add(preview: Preview): void {
    this.previews.set(preview.id, preview)
    let [count, held] = [0, 0]
    for (const [id, { files }] of [...this.previews].reverse()) {
      held += files.reduce((sum, { file }) => sum + file.document.text.length, 0)
      if (++count > KEPT || (count > 1 && held > HELD_AT_MOST)) this.previews.delete(id)
    }
  }

  /** @throws AppError PREVIEW_EXPIRED. */
  get(id: string): Preview {
    const preview = this.previews.get(id)
    if (preview === undefined) throw new AppError('PREVIEW_EXPIRED', { id })
    return preview
  }

  discard(id: string): boolean {
    return this.previews.delete(id)
  }
}
