import { contract, Preferences } from '#api'
import { implement } from '@orpc/server'
import { checkAttachments, HARMLESS } from '../../attachments'
import type { AppContext } from '../../context'
import { exportFormatIds } from '../../export'
import { loadSampleLibrary } from '../../import'
import { fieldValue } from '../record'
import { changeOf } from './change'
import { sampleWrites } from './sample'
import { trashedCases } from '../../trash'

/** The contract's `library`: its state, sample, check and this installation's preferences. */
export function libraryFeature(context: AppContext) {
  const { library, ports } = context
  const { host } = ports
  const os = implement(contract.library)
  const preferences = async () => Preferences.parse({ ...Preferences.parse({}), ...(await ports.preferences.read()) })

  return os.router({
    status: os.status.handler(async () => {
      const write = host.readOnly === null
      const name = (head: { name: string } | null) => (head === null ? null : { name: head.name })
      return {
        libraryId: library.libraryId,
        version: host.version,
        location: host.location,
        cases: library.count('case'),
        trashed: trashedCases(library).length,
        capabilities: { write, import: write, ocrScripts: await ports.ocr.scripts(), exportFormats: await exportFormatIds(ports.resources), nativeDialogs: host.nativeDialogs, attachmentAddress: host.attachmentAddress },
        readOnly: host.readOnly,
        recovery: host.recovery,
        damagedLocation: host.damagedLocation,
        backupFailure: host.backupFailure,
        undo: write ? name(library.undoable) : null,
        redo: write ? name(library.redoable) : null,
      }
    }),

    addSample: os.addSample.handler(async () => {
      const sample = await loadSampleLibrary(ports.resources)
      const command = await library.execute('library.sample', () => sampleWrites(context, sample))
      const change = changeOf(command)
      return { added: change?.caseIds.length ?? 0, change }
    }),

    check: os.check.handler(async () => {
      const problems = [...await ports.journal.verify(), ...await ports.backups.verify()]
      for (const record of library.liveOfKind('case')) {
        if (typeof fieldValue(record, 'title') !== 'string') problems.push({ code: 'CASE_WITHOUT_TITLE', detail: record.id })
      }
      problems.push(...await checkAttachments(context))
      return { ok: problems.every(({ code }) => HARMLESS.has(code)), problems }
    }),

    dismissRecovery: os.dismissRecovery.handler(() => ({ dismissed: host.recovery.splice(0).length })),

    preferences: os.preferences.handler(preferences),

    setPreferences: os.setPreferences.handler(async ({ input }) => {
      const next = Preferences.parse({ ...(await preferences()), ...input })
      await ports.preferences.write(next)
      return next
    }),
  })
}
