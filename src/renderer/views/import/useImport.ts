import { AppError, LARGEST_IMPORT, type Client, type DraftDecision, type ImportPreview, type ImportResult, type ImportWarning, type Progress } from '#api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { useFailure } from '../../app/useFailure'
import { follow } from '../../components/progress/follow'

export type Stage =
  | { name: 'choose'; cancelled: boolean }
  | { name: 'bundles'; bundles: File[]; documents: File[] }
  | { name: 'preparing'; progress: Progress | null }
  | { name: 'preview'; preview: ImportPreview; busy: boolean }
  | { name: 'done'; result: ImportResult; undone: boolean }

export interface ImportActions {
  begin(files: readonly File[]): void
  bundlesDone(documents: File[]): void
  cancel(): void
  /** Cuts the preview otherwise, reads a file of it again, or takes such a step back. */
  reshape(act: (imports: Client['imports'], previewId: string) => Promise<ImportPreview>): Promise<void>
  recognised(preview: ImportPreview): void
  commit(decisions: DraftDecision[]): Promise<void>
  discard(): void
  undo(): Promise<void>
  restart(): void
}

const MEGABYTE = 1024 * 1024
const BUNDLE = /\.jingjian$/i

/** The way of an import: files are chosen, a preview is made, looked at, and written or discarded. */
export function useImport(): { stage: Stage } & ImportActions {
  const client = useClient()
  const change = useChange()
  const fail = useFailure()
  const [stage, setStage] = useState<Stage>({ name: 'choose', cancelled: false })
  const running = useRef<AbortController | null>(null)
  const previewId = useRef<string | null>(null)

  const forget = useCallback(() => {
    if (previewId.current !== null) discardQuietly(client, previewId.current)
    previewId.current = null
  }, [client])

  useEffect(() => () => {
    running.current?.abort()
    forget()
  }, [forget])

  const prepare = useCallback(async (given: File[]) => {
    // The host would refuse them as well, but would first have to take all of them in.
    const [files, tooLarge] = [given.filter((file) => !isTooLarge(file)), given.filter(isTooLarge)]
    if (files.length === 0) return fail(new AppError('FILE_TOO_LARGE', { file: tooLarge[0]!.name, limit: LARGEST_IMPORT }))
    forget()
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    setStage({ name: 'preparing', progress: null })
    try {
      const preview = await follow(client.imports.prepare({ files }, { signal: controller.signal }), (progress) => {
        if (running.current === controller) setStage({ name: 'preparing', progress })
      })
      if (running.current !== controller) return discardQuietly(client, preview.previewId)
      previewId.current = preview.previewId
      const warnings = tooLarge.map(({ name }): ImportWarning => ({ code: 'FILE_TOO_LARGE', file: name, message: '' }))
      setStage({ name: 'preview', preview: { ...preview, warnings: [...warnings, ...preview.warnings] }, busy: false })
    } catch (error) {
      if (running.current !== controller) return
      fail(error)
      setStage({ name: 'choose', cancelled: false })
    }
  }, [client, fail, forget])

  const begin = useCallback((files: readonly File[]) => {
    const bundles = files.filter(({ name }) => BUNDLE.test(name))
    const documents = files.filter(({ name }) => !BUNDLE.test(name))
    if (bundles.length > 0) setStage({ name: 'bundles', bundles, documents })
    else if (documents.length > 0) void prepare(documents)
  }, [prepare])

  const restart = useCallback(() => setStage({ name: 'choose', cancelled: false }), [])

  return {
    stage,
    begin,
    restart,
    bundlesDone: (documents) => documents.length > 0 ? void prepare(documents) : restart(),
    cancel() {
      running.current?.abort()
      running.current = null
      setStage({ name: 'choose', cancelled: true })
    },
    async reshape(act) {
      if (stage.name !== 'preview') return
      setStage({ ...stage, busy: true })
      try {
        const preview = await act(client.imports, stage.preview.previewId)
        previewId.current = preview.previewId
        setStage({ name: 'preview', preview, busy: false })
      } catch (error) {
        fail(error)
        setStage({ ...stage, busy: false })
      }
    },
    recognised(preview) {
      setStage((before) => (before.name === 'preview' ? { ...before, preview } : before))
    },
    async commit(decisions) {
      if (stage.name !== 'preview') return
      setStage({ ...stage, busy: true })
      const result = await change(() => client.imports.commit({ previewId: stage.preview.previewId, decisions }))
      if (result === undefined) return setStage({ ...stage, busy: false })
      previewId.current = null
      setStage({ name: 'done', result, undone: false })
    },
    discard() {
      forget()
      restart()
    },
    async undo() {
      if (stage.name !== 'done') return
      if (await change(() => client.history.undo()) !== undefined) setStage({ ...stage, undone: true })
    },
  }
}

function isTooLarge({ size }: File): boolean {
  return size > LARGEST_IMPORT * MEGABYTE
}

/** A preview that is not needed any more; the host forgets it anyway after a while. */
function discardQuietly(client: Client, previewId: string): void {
  client.imports.discard({ previewId }).catch(() => undefined)
}
