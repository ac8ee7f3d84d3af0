import { AppError, type ErrorCode } from '#api'
import { errorCode } from './disk'

const codes: Record<string, ErrorCode> = {
  ENOSPC: 'DISK_FULL', EDQUOT: 'DISK_FULL', EROFS: 'READ_ONLY', EACCES: 'READ_ONLY', EPERM: 'READ_ONLY',
}

const onlyFromWriting = new Set(['ENOSPC', 'EDQUOT', 'EROFS'])

/** What a failure to open the library means where its code tells that it was a write that failed; else the failure itself. */
export function openFailure(cause: unknown): unknown {
  return onlyFromWriting.has(errorCode(cause)) ? writeFailure(cause) : cause
}

/** What a failed write means for the user: a full disk, a folder that may not be written, or anything else. */
export function writeFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const detail = cause instanceof Error ? cause.message : String(cause)
  return new AppError(codes[errorCode(cause)] ?? 'WRITE_FAILED', { detail }, { cause })
}
