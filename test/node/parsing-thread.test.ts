/** A thread that hangs, runs out of memory or is told to stop costs one file, and the next one is read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ParsingThread } from '#node/parsing/thread'
import { PdfReader } from '#node/pdf/reader'
import { ProgramResources } from '#node/resources'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Does as the file's name says. */
const SCRIPT = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ file }) => {
  if (file === 'hangs') for (;;);
  if (file === 'grows') { const all = []; for (;;) all.push(new Array(100_000).fill({ file })) }
  if (file === 'dies') process.exit(3)
  parentPort.postMessage(file === 'damaged' ? { failure: { code: 'FILE_DAMAGED', data: { file } }, details: '' } : { result: file })
})
`
const ports = { pdf: new PdfReader(), resources: new ProgramResources() }
let folder: string
let script: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jingjian-thread-'))
  script = path.join(folder, 'worker.mjs')
  await writeFile(script, SCRIPT)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const job = (file: string) => (
  { kind: 'read' as const, format: 'txt', bytes: new Uint8Array([65]), file, columns: {}, accept: 'safe' as const, cutting: { templates: [] } })

describe('the thread that reads files', () => {
  it.each([
    ['hangs', 'FILE_UNSAFE', { longestMilliseconds: 300 }], ['grows', 'FILE_UNSAFE', { largestHeapMegabytes: 32 }], ['dies', 'FILE_UNSAFE', {}], ['damaged', 'FILE_DAMAGED', {}],
  ])('tells of a file on which it %s, and reads the next', async (file, code, limits) => {
    const thread = new ParsingThread(ports, { script, ...limits })
    const [bad, good] = await Promise.allSettled([thread.run(job(file), undefined), thread.run(job('good'), undefined)])
    expect(bad).toMatchObject({ status: 'rejected', reason: { code, data: { file } } })
    expect(good).toEqual({ status: 'fulfilled', value: 'good' })
    await thread.close()
  })

  it('stops at once where the file is cancelled', async () => {
    const thread = new ParsingThread(ports, { script })
    await thread.run(job('good'), undefined)
    const controller = new AbortController()
    const running = thread.run(job('hangs'), controller.signal)
    setTimeout(() => controller.abort(), 50)
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await thread.run(job('good'), undefined)).toBe('good')
    await thread.close()
  })

  it('does the work in place where there is no thread', async () => {
    const thread = new ParsingThread(ports, {})
    expect(await thread.run(job('a.txt'), undefined)).toMatchObject({ format: 'txt', document: { text: 'A' } })
  })
})
