import { AppError, type Accept } from '#api'
import { loadWordModel } from '../cleanup'
import type { Ports } from '../ports'
import type { ReadDocument } from './document'
import { formatById } from './format-of'
import { cut, lookThrough, type Cutting, type Looked } from './look'
import { readAs } from './read'
import type { Split } from './split'
import { remembered, type RememberedColumns } from './table'

/** What may take long in an import, as values that can go to another thread and come back: reading a file and looking it through, */
export interface ReadJob {
  kind: 'read'
  /** Id of the format that the file's name says. */
  format: string
  bytes: Uint8Array<ArrayBuffer>
  file: string
  /** The encoding a person has chosen. */
  encoding?: string
  columns: RememberedColumns
  accept: Accept
  cutting: Cutting
}

/** looking through a document that was made otherwise, */
export interface LookJob {
  kind: 'look'
  document: ReadDocument
  /** Null where a wrong encoding was seen to before. */
  accept: Accept | null
  cutting: Cutting
}

/** and cutting its text in another way. */
export interface CutJob {
  kind: 'cut'
  text: string
  isMarkdown: boolean
  cutting: Cutting
}

export type Job = ReadJob | LookJob | CutJob
export type JobPorts = Pick<Ports, 'pdf' | 'resources'>

interface Outcomes {
  read: Looked & { format: string }
  look: Looked
  cut: Split
}

/** Does a job where it is called. @throws AppError as the readers do. */
export async function doJob(job: Job, ports: JobPorts): Promise<Outcomes[Job['kind']]> {
  if (job.kind === 'cut') return cut(job, job.cutting)
  const words = await loadWordModel(ports.resources)
  if (job.kind === 'look') return lookThrough(job.document, words, job.accept, job.cutting)
  const format = formatById(job.format)
  if (format === undefined) throw new AppError('FORMAT_UNSUPPORTED', { file: job.file, format: job.format })
  const read = await readAs(format, job.bytes, job.file, job.encoding === undefined ? ports : { ...ports, encoding: job.encoding })
  return { ...lookThrough(remembered(read.document, job.columns), words, job.accept, job.cutting), format: read.format }
}

/**
 * Does a job in the host's thread for it, or in place where the host has none. A thread takes the bytes along.
 * @throws AppError as the readers do; FILE_UNSAFE where it takes too long or too much memory; CANCELLED.
 */
export function runJob<Kind extends Job['kind']>(
  { jobs, ...ports }: JobPorts & Pick<Ports, 'jobs'>, job: Extract<Job, { kind: Kind }>, signal: AbortSignal | undefined,
): Promise<Outcomes[Kind]> {
  return (jobs === undefined ? doJob(job, ports) : jobs.run(job, signal)) as Promise<Outcomes[Kind]>
}
