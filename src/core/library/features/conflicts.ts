import { AppError, contract, type Conflict, type OpenConflict, type TextPiece } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../../context'
import { diffText } from '../../history'
import { comparePinyin } from '../../text'
import { conflictsOf, settleWrites } from '../conflicts'
import type { StoredRecord } from '../model'
import { isDeleted } from '../record'
import { describeConflict } from '../names'
import { changeOf } from './change'

/** The contract's `conflicts`: what two people wrote without knowing of each other, and what is made of it. */
export function conflictsFeature({ library, ports }: AppContext) {
  const os = implement(contract.conflicts)
  const { device } = ports.host

  const recordNamed = (id: string): StoredRecord => {
    const record = library.record(id)
    if (record === undefined || isDeleted(record)) throw new AppError('CASE_NOT_FOUND', { id })
    return record
  }
  const open = (record: StoredRecord): OpenConflict[] => conflictsOf(record).map((conflict) => ({
    id: record.id, ...describeConflict(record, conflict.field, (id) => library.record(id)), ...conflict,
    others: conflict.others.map((other) => ({ ...other, ...piecesBetween(conflict.shown.value, other.value) })),
  }))

  return os.router({
    list: os.list.handler(({ input }) => {
      const found: OpenConflict[] = []
      for (const record of input.id === undefined ? library.records() : [recordNamed(input.id)]) {
        if (conflictsOf(record).length > 0) found.push(...open(record))
      }
      return { device, conflicts: found.sort(casesFirst) }
    }),

    settle: os.settle.handler(async ({ input }) => {
      const command = await library.execute('conflict.settle', () => settleWrites(recordNamed(input.id), input.field, input.take ?? null))
      return { change: changeOf(command) }
    }),

    settleAll: os.settleAll.handler(async ({ input }) => {
      let settled = 0
      const command = await library.execute('conflict.settle', () => {
        const records = input.ids?.map(recordNamed) ?? library.allRecords()
        return records.flatMap((record) => {
          const conflicts = conflictsOf(record)
          settled += conflicts.length
          const chosen = conflicts.map((conflict) => ({ conflict, version: versionOf(conflict, input.side, device) }))
          // What deletes the record leaves nothing else to be settled.
          const deletion = chosen.find(({ conflict, version }) => conflict.field === 'deleted' && version !== conflict.shown)
          return (deletion === undefined ? chosen : [deletion]).flatMap(({ conflict, version }) => settleWrites(record, conflict.field, version))
        })
      })
      return { settled, change: changeOf(command) }
    }),
  })
}

function piecesBetween(shown: unknown, other: unknown): { pieces?: TextPiece[] } {
  return typeof shown === 'string' && typeof other === 'string' ? { pieces: diffText(shown, other) } : {}
}

function versionOf({ shown, others }: Conflict, side: 'shown' | 'mine' | 'theirs', device: string): Conflict['shown'] {
  if (side === 'shown') return shown
  return [shown, ...others].find((version) => (version.device === device) === (side === 'mine')) ?? shown
}

function casesFirst(a: OpenConflict, b: OpenConflict): number {
  const rank = ({ kind }: OpenConflict) => (kind === 'case' ? 0 : 1)
  return rank(a) - rank(b) || comparePinyin(a.title, b.title) || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)
}
