import type { FactKind, RepairKind, SectionRole } from '../entities'
import type { ContentRemark } from '../contract/attachments'
import type { BackupReason } from '../contract/backups'
import type { ProblemCode } from '../contract/library'
import type { ErrorCode, WarningCode } from '../errors'

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]

/** The words of the contract itself, which every host shows and every export writes. `{name}` is filled in. */
export interface Texts {
  /** What went wrong, and what to do about it. */
  errors: Record<ErrorCode, readonly [message: string, hint: string]>
  warnings: Record<WarningCode, string>
  /** What is or was wrong with a library; `{detail}` is the place. */
  problems: Record<ProblemCode, string>
  /** Why an attachment goes or comes without its content. */
  contentRemarks: Record<ContentRemark['code'], string>
  /** Why a backup was made. */
  backupReasons: Record<BackupReason, string>
  /** Why an automatic backup could not be made, and that nothing else is lost. */
  backupFailures: Record<'READ_ONLY' | 'DISK_FULL' | 'WRITE_FAILED', string>
  roles: Record<SectionRole, string>
  repairs: Record<RepairKind, string>
  facts: Record<FactKind, string>
  fields: Record<FieldName, string>
  /** What two people changed without knowing of each other: fields that only conflicts name, and values that are no text. */
  conflicts: {
    order: string
    /** Deleted by one, edited by the other. */
    deletion: string
    role: string
    fields: Record<'definition' | 'lexicon' | 'colour' | 'position' | 'anchor' | 'caseId' | 'factKind' | 'words', string>
    words: Record<'deleted' | 'kept' | 'removed' | 'with' | 'without' | 'empty', string>
  }
  /** Names of commands, as undo and history show them. */
  commands: Record<string, string>
  formats: Record<string, string>
  /** Words of the report of an import. */
  importReport: Record<'title' | 'summary' | 'file' | 'outcome' | 'cases' | 'repaired' | 'open' | 'remarks', string> & {
    outcomes: Record<'imported' | 'updated' | 'duplicate' | 'leftOut' | 'failed', string>
  }
  /** Words that exports add to a document. */
  documents: Record<DocumentWord, string>
}

export type FieldName =
  | 'title' | 'organisation' | 'modelName' | 'region' | 'period' | 'sections' | 'tags' | 'sources' | 'notes' | 'original' | 'attachments'
  | 'repairs' | 'proposed' | 'createdAt' | 'deleted' | 'cases' | 'name' | 'query' | 'themes'

export type DocumentWord =
  | 'agenda' | 'comparison' | 'sources' | 'sharedTerms' | 'uniqueTerms' | 'cases' | 'model' | 'region' | 'organisation' | 'tags'
  | 'continued' | 'defaultTitle' | 'page' | 'noValue' | 'notes' | 'file' | 'attachments' | 'attachmentsElsewhere'
