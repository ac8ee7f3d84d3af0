import { AppError, contract, type Change } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { DELETED, fieldValue, tombstone, type Command, type Json, type Write } from '../library'
import { anchorOf } from './anchor'
import { passageRecords, passagesOf, themeIdsOf } from './passages'
import { findTheme, newThemeWrites, themesOf } from './themes'

/** The contract's `coding`: themes, passages coded to them, and taking that back. */
export function codingFeature(context: AppContext) {
  const { library, cases, ports } = context
  const os = implement(contract.coding)

  return os.router({
    themes: os.themes.handler(() => {
      const counts = codingsPerTheme(context)
      return themesOf(context).map((theme) => ({ ...theme, count: counts.get(theme.id) ?? 0 }))
    }),

    code: os.code.handler(async ({ input }) => {
      let passageId = ''
      const command = await library.execute('coding.code', () => {
        const anchor = anchorOf(cases.get(input.id), input.quote, input.field, input.start)
        if (anchor === null) throw new AppError('QUOTE_NOT_FOUND', { id: input.id, detail: input.quote.slice(0, 80) })
        const known = passagesOf(context, input.id).find((passage) => !passage.lost && passage.anchor.field === anchor.field
          && passage.anchor.start === anchor.start && passage.anchor.end === anchor.end)
        passageId = known?.id ?? ports.ids.id()
        const theme = findTheme(context, input.theme)
        const themeId = theme?.id ?? ports.ids.id()
        const write = passageWrite(passageId)
        return [
          ...(theme === undefined ? newThemeWrites(themeId, input.theme.trim(), themesOf(context).length) : []),
          ...(known === undefined ? [write(DELETED, false), write('caseId', input.id), write('anchor', anchor)] : []),
          write(`themes/${themeId}`, true),
        ]
      })
      return { passageId, anchored: true, change: changeTo(command, input.id) }
    }),

    uncode: os.uncode.handler(async ({ input }) => {
      let caseId = ''
      const command = await library.execute('coding.uncode', () => {
        const record = library.live(input.passageId, 'passage')
        if (record === undefined) throw new AppError('PASSAGE_NOT_FOUND', { id: input.passageId })
        caseId = String(fieldValue(record, 'caseId'))
        const themeIds = themeIdsOf(context, record)
        if (!themeIds.includes(input.themeId)) throw new AppError('THEME_NOT_FOUND', { id: input.themeId })
        const write = passageWrite(record.id)
        // A passage is there for its themes: with the last one it goes.
        return themeIds.length === 1 ? [write(DELETED, tombstone(record))] : [write(`themes/${input.themeId}`, false)]
      })
      return { change: changeTo(command, caseId) }
    }),

    passages: os.passages.handler(({ input }) => passagesOf(context, cases.get(input.id).id)),
  })
}

function codingsPerTheme(context: AppContext): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of passageRecords(context)) {
    if (context.cases.find(String(fieldValue(record, 'caseId'))) === undefined) continue
    for (const id of themeIdsOf(context, record)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function passageWrite(id: string): (field: string, value: Json) => Write {
  return (field, value) => ({ record: id, kind: 'passage', field, value })
}

function changeTo(command: Command | null, caseId: string): Change | null {
  return command === null ? null : { commandId: command.commandId, caseIds: [caseId] }
}
