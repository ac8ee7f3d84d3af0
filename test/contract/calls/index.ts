import type { MethodPath } from '../methods'
import type { Call } from './call'
import { attachmentCalls } from './attachments'
import { caseCalls } from './cases'
import { factCalls } from './coded-facts'
import { conflictCalls } from './conflicts'
import { documentCalls } from './documents'
import { findingCalls } from './finding'
import { libraryCalls } from './library'
import { studyingCalls } from './studying'

/** What every host must do, by method: the compiler misses a method that has no entry, and the suite one without a call. */
export const calls: Record<MethodPath, Call[]> = { ...libraryCalls, ...caseCalls, ...attachmentCalls, ...findingCalls, ...studyingCalls, ...factCalls, ...documentCalls, ...conflictCalls }
