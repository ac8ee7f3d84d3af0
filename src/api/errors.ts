/**
 * Every failure a caller may have to handle. The texts, in the three interface languages, are in `i18n/`; a host shows
 * `message` and `hint` in its user's language and never the words of an exception.
 *
 * `status` is the HTTP status the web host answers with.
 */
import * as z from 'zod'

/** What an error says about its circumstances; filled into the text's `{name}` places. */
export const ErrorData = z.object({
  file: z.string().optional(),
  id: z.string().optional(),
  field: z.string().optional(),
  path: z.string().optional(),
  holder: z.string().optional(),
  format: z.string().optional(),
  detail: z.string().optional(),
  limit: z.number().optional(),
})
export type ErrorData = z.infer<typeof ErrorData>

const statuses = {
  // The library folder
  LIBRARY_NOT_FOUND: 404,
  NOT_A_LIBRARY: 422,
  LIBRARY_EXISTS: 409,
  LIBRARY_IN_USE: 409,
  LIBRARY_NEWER: 422,
  LIBRARY_DAMAGED: 500,
  READ_ONLY: 403,
  DISK_FULL: 507,
  WRITE_FAILED: 500,
  // What is asked for
  INVALID_INPUT: 400,
  CASE_NOT_FOUND: 404,
  THEME_NOT_FOUND: 404,
  COLLECTION_NOT_FOUND: 404,
  PASSAGE_NOT_FOUND: 404,
  FACT_NOT_FOUND: 404,
  TEMPLATE_NOT_FOUND: 404,
  BACKUP_NOT_FOUND: 404,
  REPAIR_NOT_FOUND: 404,
  ATTACHMENT_NOT_FOUND: 404,
  CONFLICT_NOT_FOUND: 404,
  VERSION_NOT_FOUND: 404,
  NOT_IN_TRASH: 404,
  UNKNOWN_FIELD: 400,
  QUERY_INVALID: 400,
  NOTHING_TO_UNDO: 409,
  NOTHING_TO_REDO: 409,
  CANNOT_UNDO: 409,
  QUOTE_NOT_FOUND: 404,
  TOO_FEW_CASES: 400,
  TOO_MANY_CASES: 400,
  NOTHING_SELECTED: 400,
  // Files that come in
  FILE_NOT_FOUND: 404,
  FILE_UNREADABLE: 422,
  FILE_EMPTY: 422,
  FILE_BINARY: 422,
  FILE_TOO_LARGE: 413,
  FILE_DAMAGED: 422,
  FILE_ENCRYPTED: 422,
  FILE_UNSAFE: 422,
  NEEDS_OCR: 422,
  OCR_UNAVAILABLE: 501,
  ARCHIVE_NESTED: 422,
  FORMAT_UNSUPPORTED: 415,
  NOT_A_FILE: 422,
  ATTACHMENT_TOO_LARGE: 413,
  UPLOAD_EXPIRED: 410,
  PREVIEW_EXPIRED: 410,
  BUNDLE_DAMAGED: 422,
  BUNDLE_NEWER: 422,
  // Files that go out
  EXPORT_FAILED: 500,
  EXPORT_UNAVAILABLE: 501,
  SCRIPT_FIXED: 422,
  BACKUP_DAMAGED: 422,
  ATTACHMENT_MISSING: 404,
  ATTACHMENT_DAMAGED: 422,
  CANCELLED: 499,
  INTERNAL: 500,
} as const

export type ErrorCode = keyof typeof statuses
export const errorCodes = Object.keys(statuses) as ErrorCode[]

/** oRPC's error map: the same for every method, so that one client routine can show any of them. */
export const errorMap = Object.fromEntries(
  errorCodes.map((code) => [code, { status: statuses[code], message: code, data: ErrorData.optional() }]),
) as { [Code in ErrorCode]: { status: number; message: string; data: z.ZodOptional<typeof ErrorData> } }

/** A problem with one file of many, or one spot of a file: reported, and the rest goes on. */
export const WarningCode = z.enum([
  'FILE_NOT_FOUND', 'FILE_UNREADABLE', 'FILE_EMPTY', 'FILE_BINARY', 'FILE_TOO_LARGE', 'FILE_DAMAGED', 'FILE_ENCRYPTED',
  'FILE_UNSAFE', 'NEEDS_OCR', 'OCR_UNAVAILABLE', 'ARCHIVE_NESTED', 'FORMAT_UNSUPPORTED',
  'BUNDLE_DAMAGED', 'BUNDLE_NEWER',
  'FORMAT_MISLABELLED', 'PICTURES_LEFT_OUT', 'ARTICLE_ONLY', 'PAGE_LINES_REMOVED', 'PAGES_WITHOUT_TEXT', 'FILE_INCOMPLETE', 'NO_MARKERS', 'NOT_READ', 'ENCODING_UNCERTAIN', 'ENCODING_LOSSY', 'DAMAGE_FOUND', 'EMPTY_SECTION', 'INTERNAL',
])
export type WarningCode = z.infer<typeof WarningCode>

/** The one exception the core throws on purpose. `createApp` turns it into the contract's typed error. */
export class AppError extends Error {
  constructor(readonly code: ErrorCode, readonly data: ErrorData = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
  }
}
