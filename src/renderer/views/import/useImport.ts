import { AppError, LARGEST_IMPORT, type Client, type Format, type ImportPreview, type ImportResult, type ImportWarning, type Progress } from '#api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { useFailure } from '../../app/useFailure'
import { follow } from '../../components/progress/follow'

export type Stage =
  | { name: 'choose'; cancelled: boolean }
  | { name: 'bundles'; bundles: File[]; documents: File[] }
  | { name: 'preparing'; progress: Progress | null }
  | { name: 'stopped'; previewId: string; read: number; total: number }
  /** `unsent`: files that were too large to be sent to the host, which knows nothing of them. */
  | { name: 'preview'; preview: ImportPreview; unsent: ImportWarning[]; busy: boolean }
  | { name: 'done'; previewId: string; result: ImportResult; failures: ImportWarning[]; undone: boolean }

interface Run {
  previewId: string
  controller: AbortController
}

/** What the user decided about drafts and repairs. */
export type CommitWishes = Pick<Parameters<Client['imports']['commit']>[0], 'decisions' | 'kinds' | 'repairs'>

export interface ImportActions {
  begin(files: readonly File[]): void
  bundlesDone(documents: File[]): void
  /** Ends the reading of files; where some were read, asks what becomes of them. */
  cancel(): Promise<void>
  /** Makes the preview of what was read of an import that was stopped or cut short. */
  resume(previewId: string): Promise<void>
  /** Cuts the preview otherwise, reads a file of it again, or takes such a step back; `ready` is done before it is shown. */
  reshape(act: (imports: Client['imports'], previewId: string) => Promise<ImportPreview>, ready?: (preview: ImportPreview) => Promise<void>): Promise<void>
  recognised(preview: ImportPreview, ready: (preview: ImportPreview) => Promise<void>): void
  commit(wishes: CommitWishes): Promise<void>
  discard(): Promise<void>
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
  const running = useRef<Run | null>(null)
  const previewId = useRef<string | null>(null)
  const steps = useRef<Promise<void>>(Promise.resolve())

  const forget = useCallback(async () => {
    const id = previewId.current
    previewId.current = null
    if (id !== null) await discardQuietly(client, id)
  }, [client])

  // What was read of files that are still being read stays, to be taken up again.
  useEffect(() => () => {
    running.current?.controller.abort()
    running.current = null
    void forget()
  }, [forget])

  const prepare = useCallback(async (given: File[]) => {
    // The host would refuse them as well, but would first have to take all of them in.
    const [files, tooLarge] = [given.filter((file) => !isTooLarge(file)), given.filter(isTooLarge)]
    if (files.length === 0) return fail(new AppError('FILE_TOO_LARGE', { file: tooLarge[0]!.name, limit: LARGEST_IMPORT }))
    void forget()
    const run: Run = { previewId: crypto.randomUUID(), controller: new AbortController() }
    running.current?.controller.abort()
    running.current = run
    setStage({ name: 'preparing', progress: null })
    try {
      const formats = await client.imports.formats()
      const sent = withoutUnreadable(files, formats)
      const preview = await follow(client.imports.prepare({ files: sent, previewId: run.previewId }, { signal: run.controller.signal }), (progress) => {
        if (running.current === run) setStage({ name: 'preparing', progress })
      })
      if (running.current !== run) return
      running.current = null
      previewId.current = preview.previewId
      const unsent = tooLarge.map(({ name }): ImportWarning => ({ code: 'FILE_TOO_LARGE', file: name, message: '' }))
      setStage({ name: 'preview', preview, unsent, busy: false })
    } catch (error) {
      if (running.current !== run) return
      running.current = null
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
    async cancel() {
      const run = running.current
      if (run === null) return
      running.current = null
      try {
        const { read, total } = await client.imports.stop({ previewId: run.previewId })
        setStage(read > 0 ? { name: 'stopped', previewId: run.previewId, read, total } : { name: 'choose', cancelled: true })
        if (read === 0) void discardQuietly(client, run.previewId)
      } catch (error) {
        fail(error)
        restart()
      }
      run.controller.abort()
    },
    async resume(id) {
      setStage({ name: 'preparing', progress: null })
      try {
        const preview = await client.imports.resume({ previewId: id })
        previewId.current = id
        setStage({ name: 'preview', preview, unsent: [], busy: false })
      } catch (error) {
        fail(error)
        restart()
      }
    },
    reshape(act, ready) {
      // Controls stay as they are while a step runs, so that none loses the focus; a step waits for those before it.
      steps.current = steps.current.then(async () => {
        const id = previewId.current
        if (id === null) return
        setStage((before) => (before.name === 'preview' ? { ...before, busy: true } : before))
        const preview = await act(client.imports, id).catch(fail)
        if (preview !== undefined) await ready?.(preview)
        setStage((before) => (before.name !== 'preview' ? before : { ...before, busy: false, ...(preview === undefined ? {} : { preview }) }))
      })
      return steps.current
    },
    recognised(preview, ready) {
      // Behind the steps that were begun before, which know nothing of the text.
      steps.current = steps.current.then(async () => {
        await ready(preview)
        setStage((before) => (before.name === 'preview' ? { ...before, preview } : before))
      })
    },
    async commit(wishes) {
      if (stage.name !== 'preview') return
      setStage({ ...stage, busy: true })
      const result = await change(() => client.imports.commit({ previewId: stage.preview.previewId, ...wishes }))
      if (result === undefined) return setStage({ ...stage, busy: false })
      previewId.current = null
      setStage({ name: 'done', previewId: stage.preview.previewId, result, failures: [...stage.unsent, ...failuresOf(stage.preview)], undone: false })
    },
    async discard() {
      if (stage.name === 'stopped') previewId.current = stage.previewId
      // What is discarded must be gone before the unfinished imports are asked for.
      await forget()
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

/**
 * Files of kinds that the host cannot read go without their content: it tells of them by name, in its report as well,
 * and a folder may hold many of them.
 */
function withoutUnreadable(files: readonly File[], formats: readonly Format[]): File[] {
  const readable = new Set(formats.flatMap(({ extensions }) => extensions))
  return files.map((file) => (readable.has(/\.([^./]+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? '') ? file : new File([], file.name)))
}

/** What is told of files of which nothing is in the preview. */
function failuresOf({ files, pictures, warnings }: ImportPreview): ImportWarning[] {
  const read = new Set([...files, ...pictures].map(({ file }) => file))
  return warnings.filter(({ file }) => !read.has(file))
}

/** A preview that is not needed any more; the host forgets it anyway after a while. */
async function discardQuietly(client: Client, previewId: string): Promise<void> {
  await client.imports.discard({ previewId }).catch(() => undefined)
}
