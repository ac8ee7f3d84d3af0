import type { Case, ContentRemark, ExportFormat, Progress } from '#api'
import type { Language } from '../present'
import type { AppContext } from '../context'
import type { ResourcesPort } from '../ports'
import type { ScriptConverter } from '../script'

/** What an exporter is given: the cases in the order asked for; none only where the format carries deletions. */
export interface ExportRequest {
  context: AppContext
  cases: Case[]
  /** Nothing was selected, so the whole library is meant. */
  everything: boolean
  title: string
  /** Contents of attachments are wanted too. */
  attachments: boolean
  /** Tells the user of an attachment whose content is not in the file although it was wanted. */
  remark(remark: ContentRemark): void
  language: Language
  /** Puts a text into the script asked for; for formats that say they convert. */
  convert: ScriptConverter
  signal: AbortSignal | undefined
}

/** Yields how far it is, and returns the file's bytes. */
export type Exporter = (request: ExportRequest) => AsyncGenerator<Progress, Uint8Array<ArrayBuffer>>

/** One format. Its exporter is loaded when it is first used, so that opening the library costs nothing. */
export interface FormatEntry extends ExportFormat {
  load(): Promise<Exporter>
  /** It carries what was deleted too, so that a library without cases has something to hand over. */
  carriesDeletions?: boolean
  /** Whether this host can make it; without the method, every host can. */
  available?(resources: ResourcesPort): Promise<boolean>
}
