import type { ImportPreview, OcrChoice, Progress } from '#api'

/** What the user chose for single pages, by file and page. */
export type Choices = Record<string, Record<number, OcrChoice>>

/** Pages that are not recognised yet, or for which another script was chosen since. */
export function pagesToRecognise(pictures: ImportPreview['pictures'], choices: Choices) {
  return pictures.flatMap(({ file, pages }) => pages.flatMap(({ page, script }) => {
    const choice = choices[file]?.[page]
    return script === null || (choice !== undefined && choice !== script) ? [{ file, page, script: choice ?? 'auto' as const }] : []
  }))
}

/** Seconds as a person says them. */
export function roughTime(seconds: number): { unit: 'seconds' | 'minutes'; count: number } {
  return seconds < 90 ? { unit: 'seconds', count: Math.max(1, seconds) } : { unit: 'minutes', count: Math.round(seconds / 60) }
}

/** In hundredths of a page, so that a bar moves within one. */
export function shareDone(progress: Progress): Progress {
  return { ...progress, done: Math.round((progress.done + (progress.part ?? 0)) * 100), total: progress.total * 100 }
}
