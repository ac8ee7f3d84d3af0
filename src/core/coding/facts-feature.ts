import { AppError, contract, type Change, type Fact } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { DELETED, fieldValue, tombstone, type Command, type Json, type StoredRecord, type Write } from '../library'
import { anchorAt, anchorOf } from './anchor'
import { factKeyOf } from './facts'
import { fieldsOf } from './fields'

/** The contract's `facts`: what a person says of what was read out of a case's text. */
export function factsFeature(context: AppContext) {
  const { library, cases, facts, ports } = context
  const os = implement(contract.facts)

  return os.router({
    add: os.add.handler(async ({ input }) => {
      const { id, kind } = input
      let correctionId = ''
      const command = await library.execute('fact.add', () => {
        const item = cases.get(id)
        const anchor = anchorOf(item, input.quote, input.field, input.start)
        if (anchor === null) throw new AppError('QUOTE_NOT_FOUND', { id, detail: input.quote.slice(0, 80) })
        const key = factKeyOf(kind, anchor.exact)
        // What was rejected before, and is now said to be a fact after all, needs no second correction.
        const rejected = facts.rejectedOf(item).find((fact) => fact.kind === kind && fact.key === key)
        if (rejected !== undefined) {
          correctionId = rejected.correctionId!
          return [factWrite(correctionId)('factKind', kind)]
        }
        correctionId = ports.ids.id()
        const write = factWrite(correctionId)
        return [write(DELETED, false), write('caseId', id), write('anchor', anchor), write('key', key), write('was', ''), write('factKind', kind)]
      })
      return { correctionId, change: changeTo(command, id) }
    }),

    correct: os.correct.handler(async ({ input }) => {
      const { id, kind, fact: { key, kind: was } } = input
      const command = await library.execute(kind === null ? 'fact.reject' : 'fact.correct', () => {
        const item = cases.get(id)
        const fact = facts.of(item).find((each) => each.kind === was && each.key === key)
        if (fact === undefined) throw new AppError('FACT_NOT_FOUND', { id: key })
        const record = fact.correctionId === undefined ? undefined : correctionRecord(context, fact.correctionId)
        if (record !== undefined) return changeWrites(record, kind)
        const write = factWrite(ports.ids.id())
        const field = fieldsOf(item).find((each) => each.field === fact.field)!
        return [
          write(DELETED, false), write('caseId', id), write('anchor', anchorAt(field, fact.start, fact.end)), write('key', key),
          write('was', was), write('factKind', kind ?? ''),
        ]
      })
      return { change: changeTo(command, id) }
    }),

    restore: os.restore.handler(async ({ input }) => {
      let caseId = ''
      const command = await library.execute('fact.restore', () => {
        const record = correctionRecord(context, input.correctionId)
        caseId = String(fieldValue(record, 'caseId'))
        return [factWrite(record.id)(DELETED, tombstone(record))]
      })
      return { change: changeTo(command, caseId) }
    }),
  })
}

/** A fact that only a person saw is gone when it is rejected; of one that was read, that it is rejected has to be kept. */
function changeWrites(record: StoredRecord, kind: Fact['kind'] | null): Write[] {
  const write = factWrite(record.id)
  return kind === null && fieldValue(record, 'was') === '' ? [write(DELETED, tombstone(record))] : [write('factKind', kind ?? '')]
}

/** @throws AppError FACT_NOT_FOUND. */
function correctionRecord({ library }: AppContext, id: string): StoredRecord {
  const record = library.live(id, 'fact')
  if (record === undefined) throw new AppError('FACT_NOT_FOUND', { id })
  return record
}

function factWrite(id: string): (field: string, value: Json) => Write {
  return (field, value) => ({ record: id, kind: 'fact', field, value })
}

function changeTo(command: Command | null, caseId: string): Change | null {
  return command === null ? null : { commandId: command.commandId, caseIds: [caseId] }
}
