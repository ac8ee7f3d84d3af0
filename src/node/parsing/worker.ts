import { parentPort } from 'node:worker_threads'
import { AppError, type ErrorCode, type ErrorData } from '#api'
import { doJob, type Job } from '#core/import/jobs'
import { PdfReader } from '../pdf/reader'
import { ProgramResources } from '../resources'

/** No error crosses the border of a thread as it is; null for one that nobody foresaw. */
export type JobOutcome = { result: unknown } | { failure: { code: ErrorCode; data: ErrorData } | null; details: string }

/** A thread that does jobs one after the other: it can be ended from outside, and its memory has a limit. */
const port = parentPort!
const ports = { pdf: new PdfReader(), resources: new ProgramResources() }

port.on('message', async (job: Job) => {
  port.postMessage(await outcomeOf(job))
})
port.postMessage('ready')

async function outcomeOf(job: Job): Promise<JobOutcome> {
  try {
    return { result: await doJob(job, ports) }
  } catch (cause) {
    const failure = cause instanceof AppError ? { code: cause.code, data: cause.data } : null
    return { failure, details: cause instanceof Error ? cause.stack ?? cause.message : String(cause) }
  }
}
