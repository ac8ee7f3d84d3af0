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

/** Previews in memory. They hold whole files, so only the latest few are kept. */
export class Previews {
  private readonly previews = new Map<string, Preview>()

  add(preview: Preview): void {
    this.previews.set(preview.id, preview)
    for (const id of [...this.previews.keys()].slice(0, -KEPT)) this.previews.delete(id)
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
