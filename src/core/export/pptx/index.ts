import type { Comparison } from '#api'
import { call } from '@orpc/server'
import { passagesOf } from '../../coding'
import { fieldValue } from '../../library'
import { matrixFeature } from '../../matrix'
import { buildDeck, MOST_COMPARED, type Quotation } from '../../present'
import type { Exporter, ExportRequest } from '../format'
import { convertedEverywhere } from '../../script'
import { renderPptx } from './render'

/** An editable presentation: native text and tables, speaker notes, the product's look. */
export const exportPptx: Exporter = async function* (request) {
  const { title, cases, language, convert } = request
  const deck = buildDeck({ title, cases, language, comparison: await comparisonOf(request), quotations: quotationsOf(request) })
  return yield* renderPptx(convertedEverywhere(deck, convert), language)
}

async function comparisonOf({ context, cases }: ExportRequest): Promise<Comparison | null> {
  if (cases.length < 2 || cases.length > MOST_COMPARED) return null
  return call(matrixFeature(context).compare, { ids: cases.map(({ id }) => id) })
}

/** What was coded to a theme and still stands in the text. */
function quotationsOf({ context, cases }: ExportRequest): Quotation[] {
  return cases.flatMap(({ id }) => passagesOf(context, id)
    .filter(({ lost, themeIds }) => !lost && themeIds.length > 0)
    .map(({ anchor, themeIds }) => ({ caseId: id, text: anchor.exact, themes: themeIds.flatMap((theme) => themeName(context, theme)) })))
}

function themeName({ library }: ExportRequest['context'], id: string): string[] {
  const theme = library.live(id, 'theme')
  return theme === undefined ? [] : [String(fieldValue(theme, 'name') ?? '')]
}
