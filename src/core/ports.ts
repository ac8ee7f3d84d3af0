/**
 * What the core needs from the world. A host hands in one implementation of each; `core/memory.ts` has a twin of each
 * in memory, for tests and for the reader.
 */
import type { Backup, BackupReason, LibraryStatus, OcrChoice, OcrScript, Preferences, Problem } from '#api'
import type { Job } from './import/jobs'
import type { Command, Snapshot } from './library/model'

/** The truth of a library: commands in the order of their `seq`. */
export interface JournalPort {
  /**
   * Resolves once the commands are on the disk (after fdatasync), and not before.
   * @throws AppError READ_ONLY, DISK_FULL or WRITE_FAILED; the journal then holds nothing of any of them.
   */
  append(...commands: Command[]): Promise<void>
  /**
   * The commands with `seq >= fromSeq`, oldest first. Those that write to none of the records in `about`, and hold none
   * of their ids otherwise, may be left out.
   */
  read(fromSeq: number, about?: ReadonlySet<string>): AsyncIterable<Command>
  /**
   * Takes what was written to these records out of every command; numbers and all else stay. Cut short at any point, it
   * leaves a whole journal and can be done again.
   */
  redact(records: ReadonlySet<string>): Promise<void>
  /** Verifies every frame; what is wrong, or nothing. */
  verify(): Promise<Problem[]>
}

/** A copy of the library's state up to one command, so that opening need not read the whole journal. */
export interface SnapshotPort {
  read(): Promise<Snapshot | null>
  write(snapshot: Snapshot): Promise<void>
}

export interface BackupPort {
  /** Newest first. */
  list(): Promise<Backup[]>
  /**
   * Writes the snapshot, verifies what was written and removes what is too old to keep.
   * @throws AppError READ_ONLY, DISK_FULL or WRITE_FAILED; no unfinished backup is then left behind.
   */
  create(snapshot: Snapshot, reason: BackupReason): Promise<Backup>
  /** @throws AppError BACKUP_NOT_FOUND or BACKUP_DAMAGED. */
  read(name: string): Promise<Snapshot>
  /** Verifies every backup anew, byte for byte; what is wrong, or nothing. */
  verify(): Promise<Problem[]>
}

/** One file on its way into the library. What is not finished can never be seen. */
export interface IncomingContent {
  /** @throws AppError DISK_FULL or WRITE_FAILED; nothing of the file is left then. */
  write(bytes: Uint8Array): Promise<void>
  /** Resolves once the content lasts through a power cut. Content that is there already is kept, damaged content replaced. */
  finish(): Promise<{ sha256: string; bytes: number }>
  /** Leaves nothing of it. */
  discard(): Promise<void>
}

/** The contents of attachments, each once, by their SHA-256. */
export interface AttachmentsPort {
  /** @throws AppError READ_ONLY, DISK_FULL, WRITE_FAILED or LIBRARY_IN_USE. */
  begin(): Promise<IncomingContent>
  /** Bytes of the content; fewer at its end, null where it is not here. */
  read(sha256: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** How many bytes are here; null where the content is not. */
  size(sha256: string): Promise<number | null>
  /** Reads every content anew and says whether it still is what its hash says. */
  verify(): AsyncIterable<{ sha256: string; whole: boolean }>
  /** Everything that has been here since and was not taken away on purpose, whether it still is here or not. */
  held(): Promise<ReadonlySet<string>>
  /** Takes every content away that is not named. @returns what that freed. */
  removeExcept(kept: ReadonlySet<string>): Promise<{ removed: number; bytes: number }>
}

export interface PreferencesPort {
  read(): Promise<Partial<Preferences>>
  write(preferences: Preferences): Promise<void>
}

/** Files that ship with the program. */
export type ResourceName = 'sample-library.json' | 'word-frequencies.txt' | 'word-pairs.txt' | 'reader.html'

export interface ResourcesPort {
  /** The file's text, or null where this host does not carry it. */
  text(name: ResourceName): Promise<string | null>
  /** Whether this host carries it; without reading it. */
  has(name: ResourceName): Promise<boolean>
}

/** A run of characters as a page places it, in points from the page's lower left corner; `y` is the baseline. */
export interface PdfRun {
  text: string
  x: number
  y: number
  width: number
  /** Of the letters. */
  size: number
  /** Set at an angle, as watermarks are. */
  isSlanted: boolean
}

/** Runs in the order in which the file draws them. */
export interface PdfPage {
  width: number
  height: number
  runs: PdfRun[]
}

export interface PdfPort {
  /**
   * Every page; null for one that cannot be read. It ends within a bounded time, whatever the file.
   * @throws AppError FILE_ENCRYPTED, FILE_DAMAGED; FILE_UNSAFE where reading it takes too long or too much memory;
   * FORMAT_UNSUPPORTED where this host cannot read such files.
   */
  pages(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<(PdfPage | null)[]>
}

/** A thread for jobs that would keep everything else waiting. */
export interface JobsPort {
  /**
   * Does one job after the other. Bytes that are a file's own may be taken away from the caller.
   * @throws AppError what the job throws; FILE_UNSAFE where it takes too long or too much memory; CANCELLED, at once.
   */
  run(job: Job, signal: AbortSignal | undefined): Promise<unknown>
}

/** A word that the recognition is not sure of, by its place in the text of its run. */
export interface DoubtfulWord {
  run: number
  start: number
  end: number
  confidence: number
}

/** A page that was a picture: each run is a whole line. Confidences are from 0 to 1. */
export interface RecognisedPage {
  script: OcrScript
  confidence: number
  page: PdfPage
  doubtful: DoubtfulWord[]
}

/** What is to be recognised: a page of a PDF file, or of a picture. */
export interface PageToRecognise {
  bytes: Uint8Array<ArrayBuffer>
  file: string
  kind: 'pdf' | 'picture'
  /** From 1. */
  page: number
  script: OcrChoice
}

/** Pages are recognised one after the other, so that what it takes is prepared once. */
export interface OcrJob {
  /**
   * @param onPart told how much of the page is done, from 0 to 1.
   * @throws AppError FILE_DAMAGED where the picture cannot be read, FILE_UNSAFE where it takes too long or too much
   * memory, OCR_UNAVAILABLE where something it needs is missing, CANCELLED once it was ended.
   */
  recognise(page: PageToRecognise, onPart: (part: number) => void): Promise<RecognisedPage>
  /** Ends it at once, also in the middle of a page. */
  end(): Promise<void>
}

export interface OcrPort {
  /** What this host can recognise. */
  scripts(): Promise<OcrScript[]>
  start(): OcrJob
}

/** Imports that are not finished, each as lines of text in their order. What is lost here costs reading files again, no more. */
export interface BatchesPort {
  list(): Promise<string[]>
  /** None where there is no such batch. */
  read(id: string): Promise<string[]>
  append(id: string, line: string): Promise<void>
  /** @returns whether there was one. */
  remove(id: string): Promise<boolean>
}

export interface ClockPort {
  /** Milliseconds since 1970, as the system says; may jump. */
  now(): number
}

export interface IdsPort {
  /** A new UUIDv7. */
  id(): string
}

export interface LogPort {
  error(message: string, cause: unknown): void
}

/** How this host opened the library. */
export interface HostFacts {
  version: string
  location: string
  /** One per installation and copy of the library: 8 to 16 characters of [0-9a-z]. */
  device: string
  nativeDialogs: boolean
  /** See the capability of this name. */
  attachmentAddress: string
  readOnly: { code: 'LIBRARY_IN_USE' | 'READ_ONLY' | 'DISK_FULL' | 'WRITE_FAILED'; holder: string } | null
  recovery: Problem[]
  /** Where damaged files are kept aside; empty where there are no files. */
  damagedLocation: string
  backupFailure: LibraryStatus['backupFailure']
}

export interface Ports {
  journal: JournalPort
  snapshot: SnapshotPort
  backups: BackupPort
  attachments: AttachmentsPort
  preferences: PreferencesPort
  resources: ResourcesPort
  pdf: PdfPort
  /** Absent where there are no threads: jobs are then done in place. */
  jobs?: JobsPort
  ocr: OcrPort
  batches: BatchesPort
  clock: ClockPort
  ids: IdsPort
  log: LogPort
  host: HostFacts
}
