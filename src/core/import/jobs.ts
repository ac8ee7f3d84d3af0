import { AppError } from '#api'
import { findSpots, loadWordModel, type Spot } from '../cleanup'
import type { Ports } from '../ports'
import type { ReadDocument } from './document'
import { formatById } from './format-of'
import { readAs } from './read'

/** What may take long in an import, as values that can go to another thread and come back. */
export interface ReadJob {
  kind: 'read'
  /** Id of the format that the file's name says. */
  format: string
  bytes: Uint8Array<ArrayBuffer>
  file: string
  /** The encoding a person has chosen. */
  encoding?: string
}

export interface SpotsJob {
  kind: 'spots'
  text: string
  isMarkdown: boolean
}

export type Job = ReadJob | SpotsJob
export type JobPorts = Pick<Ports, 'pdf' | 'resources'>

interface Outcomes {
  read: { format: string; document: ReadDocument }
  spots: Spot[]
}

/** Does a job where it is called. @throws AppError as the readers do. */
export async function doJob(job: Job, ports: JobPorts): Promise<Outcomes[Job['kind']]> {
  if (job.kind === 'spots') return findSpots(job.text, await loadWordModel(ports.resources), job.isMarkdown)
  const format = formatById(job.format)
  if (format === undefined) throw new AppError('FORMAT_UNSUPPORTED', { file: job.file, format: job.format })
  return readAs(format, job.bytes, job.file, job.encoding === undefined ? ports : { ...ports, encoding: job.encoding })
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
