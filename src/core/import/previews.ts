import { AppError, type Accept, type ImportWarning } from '#api'
import type { SplitFile } from './prepare'

/** What was read and not yet written. */
export interface Preview {
  id: string
  accept: Accept
  files: SplitFile[]
  /** Files that could not be read. */
  failures: ImportWarning[]
}

const KEPT = 5
/** Characters of the texts that older previews may hold together. */
const HELD_AT_MOST = 20_000_000

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
