import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { Id, Repair, RepairKind, Template } from '../entities'
import { WarningCode } from '../errors'
import { languages } from '../i18n/texts'
import { Change, method, Progress } from './base'
import { Draft, DraftDecision, DraftHead, DuplicateChoice, DuplicateOf, RepairDecision } from './drafts'
import { TextPiece } from './history'
import { ColumnUse, PreviewTable } from './import-tables'
import { Reshape } from './reshape'

export const ImportWarning = z.object({ code: WarningCode, file: z.string(), message: z.string().default('') })
export type ImportWarning = z.infer<typeof ImportWarning>

/** Megabytes of the largest file that is taken in. */
export const LARGEST_IMPORT = 100

/** Megabytes of the largest file that is all text: what is made of it takes many times its size. */
export const LARGEST_TEXT = 50

/** Two texts side by side: a row is a stretch that begins together in both; `same` may be in another script or spacing. */
export const TextRow = z.object({ old: z.array(TextPiece), new: z.array(TextPiece) })
export type TextRow = z.infer<typeof TextRow>

export const PreviewFile = z.object({
  file: z.string(),
  /** Another one for each text that was made of the file: read in another encoding, with other columns, recognised. */
  textId: z.string(),
  format: z.string(),
  encoding: z.string(),
  /** How sure it is that the text was written in that encoding, 0 to 1; 1 where the format itself says so. */
  encodingConfidence: z.number().min(0).max(1),
  /** Encodings the file can be read in instead; none where its format says which it is. */
  encodings: z.array(z.string()),
  bytes: z.number().int(),
  /** The tables whose rows are the cases, with what each column becomes. */
  tables: z.array(PreviewTable),
  /**
   * The template or other way the text was split by (`stated` where the file marks its cases out by itself); null where
   * it has no marker and became one case.
   */
  templateId: z.string().nullable(),
  drafts: z.number().int(),
  /** Other ways to split that would give more than one case, with the number each gives. */
  splits: z.array(z.object({ templateId: z.string(), cases: z.number().int() })),
})
export type PreviewFile = z.infer<typeof PreviewFile>

/** What a page can be written in, as its recognition needs to know beforehand; vertical lines are in none of them. */
export const OcrScript = z.enum(['chi_sim', 'chi_tra', 'eng'])
export type OcrScript = z.infer<typeof OcrScript>

/** `auto` tries simplified and traditional on some lines of the page and takes what fits better. */
export const OcrChoice = z.enum(['auto', ...OcrScript.options])
export type OcrChoice = z.infer<typeof OcrChoice>

/** Seconds that recognising a page takes on a usual machine, to be told beforehand (`bench/import`, part `ocr`). */
export const OCR_SECONDS_PER_PAGE = 3

/** A page that is a picture, so that its text must be recognised. */
export const PicturePage = z.object({
  page: z.number().int().positive(),
  /** What it was recognised in; null until it is. */
  script: OcrScript.nullable(),
  /** How sure the recognition is, from 0 to 1. */
  confidence: z.number().min(0).max(1).nullable(),
})
export type PicturePage = z.infer<typeof PicturePage>

export const PictureFile = z.object({ file: z.string(), pages: z.array(PicturePage) })
export type PictureFile = z.infer<typeof PictureFile>

export const ImportPreview = z.object({
  previewId: z.string(),
  files: z.array(PreviewFile),
  drafts: z.array(DraftHead),
  /** Files with pages that are pictures, in the order of `files`. */
  pictures: z.array(PictureFile),
  warnings: z.array(ImportWarning),
  /** Whether a change of the preview itself can be taken back, and whether one that was can be done again. */
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** `safe` applies repairs of at least SAFE_CONFIDENCE; `all` also the offered ones, but no possible misreading of a scan; `none` none. */
export const Accept = z.enum(['none', 'safe', 'all'])
export type Accept = z.infer<typeof Accept>

export const ImportedRepair = z.object({
  kind: Repair.shape.kind, file: z.string(), caseId: z.string(), before: z.string(), after: z.string(),
  applied: z.boolean(), confidence: z.number(),
})
export type ImportedRepair = z.infer<typeof ImportedRepair>

export const ImportResult = z.object({
  imported: z.array(z.object({ id: z.string(), title: z.string(), file: z.string() })),
  /** Left out, since the case `of` says the same. */
  duplicates: z.array(z.object({ file: z.string(), title: z.string(), of: z.string(), similarity: z.number().default(1) })),
  /** Cases of the library that were given a new version. */
  updated: z.array(z.object({ id: z.string(), title: z.string(), file: z.string(), similarity: z.number() })).default([]),
  /** Imported beside the case `of` that says nearly the same. */
  similar: z.array(z.object({ id: z.string(), file: z.string(), title: z.string(), of: z.string(), similarity: z.number() })).default([]),
  repairs: z.array(ImportedRepair),
  warnings: z.array(ImportWarning),
  change: Change.nullable(),
})
export type ImportResult = z.infer<typeof ImportResult>

/** A batch whose files were read, some or all, and neither imported nor discarded. */
export const UnfinishedImport = z.object({
  previewId: z.string(),
  startedAt: z.string(),
  /** Files that were read. */
  read: z.number().int(),
  failed: z.number().int(),
  /** Names of those that were not. */
  waiting: z.array(z.string()),
})
export type UnfinishedImport = z.infer<typeof UnfinishedImport>

export const ReportFormat = z.enum(['csv', 'md', 'html'])
export type ReportFormat = z.infer<typeof ReportFormat>

export const Format = z.object({ id: z.string(), extensions: z.array(z.string()) })
export type Format = z.infer<typeof Format>

const InFile = z.object({ previewId: z.string(), file: z.string() })
const TemplateInput = Template.pick({ name: true, sections: true, caseMarkers: true })

export const imports = {
  formats: method.output(z.array(Format)),
  /** Those that come with the program, then the user's own, by name. */
  templates: method.output(z.array(Template)),
  /** Keeps a template of the user's in the library: a new one without `id`. Fails with TEMPLATE_NOT_FOUND. */
  saveTemplate: method
    .input(TemplateInput.extend({ id: Id.optional() }))
    .output(z.object({ template: Template, change: Change.nullable() })),
  /** Fails with TEMPLATE_NOT_FOUND; those that come with the program cannot be deleted. */
  deleteTemplate: method.input(z.object({ id: z.string() })).output(z.object({ change: Change })),
  /** Reads files and shows what would be imported; writes nothing. A file that fails is a warning, the rest go on. */
  prepare: method
    .input(z.object({
      files: z.array(z.file()).min(1).max(5_000),
      /** A template's id; `whole` keeps each file one case; without it the best-fitting template is chosen. */
      template: z.string().optional(),
      accept: Accept.default('safe'),
      /** The id of the preview. Under an id of the caller's own, what is read of several files outlives a stop and a crash. */
      previewId: Id.optional(),
    }))
    .output(eventIterator(Progress, ImportPreview)),
  /**
   * A draft with its text; of a long one a part, the first where none is named, and the last for -1 or where there are
   * not so many. Fails with CASE_NOT_FOUND where the preview has none of this id any more.
   */
  draft: method
    .input(z.object({ previewId: z.string(), draftId: z.string(), part: z.number().int().min(-1).default(0) }))
    .output(Draft),
  /** Splits one file of a preview in another way. */
  resplit: method.input(InFile.extend({ template: z.string() })).output(ImportPreview),
  /** Moves borders of cases and sections. Drafts it does not touch keep their ids. Fails with INVALID_INPUT where there is no such border. */
  reshape: method.input(InFile.extend({ operation: Reshape })).output(ImportPreview),
  /** Reads the bytes of a file again in another encoding. Fails with INVALID_INPUT for one that is not offered. */
  recode: method.input(InFile.extend({ encoding: z.string() })).output(ImportPreview),
  /** Makes the drafts of a table again, by what its columns become; once imported, that is kept in the library for tables with these headings. */
  remap: method.input(InFile.extend({ table: z.number().int().nonnegative().default(0), columns: z.array(ColumnUse) })).output(ImportPreview),
  /** Takes back the last change of borders, way to split, encoding or columns. Fails with NOTHING_TO_UNDO. */
  undo: method.input(z.object({ previewId: z.string() })).output(ImportPreview),
  /** Fails with NOTHING_TO_REDO. */
  redo: method.input(z.object({ previewId: z.string() })).output(ImportPreview),
  /** The text of a draft beside that of what it is a duplicate of, as the draft would be written now. */
  compareDuplicate: method
    .input(z.object({ previewId: z.string(), draftId: z.string() }))
    .output(z.object({ of: DuplicateOf, rows: z.array(TextRow) })),
  /**
   * Recognises the text of pages that are pictures; their files then have drafts as any other, and are attached to the
   * cases that come of them. Aborted, it ends at once and the preview stays as it was.
   */
  recognise: method
    .input(z.object({
      previewId: z.string(),
      pages: z.array(z.object({ file: z.string(), page: z.number().int().positive(), script: OcrChoice.default('auto') })).min(1).max(5_000),
    }))
    .output(eventIterator(Progress, ImportPreview)),
  /**
   * Writes the preview as one command. Exact duplicates are left out and near ones imported, unless `duplicates` says
   * otherwise for all of them, or a decision for one. `kinds` applies, or refuses, all repairs of a kind; `repairs` single ones.
   */
  commit: method
    .input(z.object({
      previewId: z.string(), decisions: z.array(DraftDecision).default([]), kinds: z.partialRecord(RepairKind, z.boolean()).default({}),
      repairs: z.array(RepairDecision).default([]), duplicates: DuplicateChoice.optional(), dryRun: z.boolean().default(false),
    }))
    .output(ImportResult),
  /** Ends a `prepare` at once. What was read until then can be had by `resume`, or given up by `discard`. */
  stop: method.input(z.object({ previewId: Id })).output(z.object({ read: z.number().int(), total: z.number().int() })),
  /** Imports that were stopped, or cut short with the program; the latest first. */
  unfinished: method.output(z.array(UnfinishedImport)),
  /** The preview of what was read of an unfinished import; files that were not read are warnings. */
  resume: method.input(z.object({ previewId: Id })).output(ImportPreview),
  /** What became of each file of an import that was committed; the host remembers the latest few. */
  report: method
    .input(z.object({ previewId: z.string(), format: ReportFormat, language: z.enum(languages) }))
    .output(z.object({ file: z.file() })),
  discard: method.input(z.object({ previewId: z.string() })).output(z.object({ discarded: z.boolean() })),
}
