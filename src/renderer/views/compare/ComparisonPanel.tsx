import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button, Spin } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useFailureText } from '../../app/useFailure'
import { useTexts } from '../../i18n'
import styles from './compare.module.css'
import { ComparisonTable } from './ComparisonTable'
import { DEFAULT_ROWS, inTableOrder, rowGroups } from './rows'
import { SharedTerms } from './SharedTerms'
import { indexPlaces, termsInRows, termsOf, type Term } from './term-marks'
import { Toolbar, type ColumnWidth } from './Toolbar'
import { usePlaces } from './usePlaces'

/** The comparison of the cases in `ids`, in that order. */
export function ComparisonPanel({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('compare')
  const texts = useTexts()
  const api = useApi()
  const { openCase } = useLibrary()
  const textOf = useFailureText()
  const [chosenRows, setChosenRows] = useState(DEFAULT_ROWS)
  const [width, setWidth] = useState<ColumnWidth>('medium')
  const [marked, setMarked] = useState({ shared: true, unique: true })
  const [active, setActive] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())

  const { data: themes = [] } = useQuery(api.coding.themes.queryOptions())
  const groups = useMemo(() => rowGroups(texts, themes), [texts, themes])
  const rows = inTableOrder(chosenRows, groups)
  // Moving a column changes nothing of what is compared.
  const { data: comparison, error } = useQuery(api.matrix.compare.queryOptions({
    input: { ids: [...ids].sort(), rows }, placeholderData: keepPreviousData,
  }))

  const terms = useMemo(() => comparison === undefined ? [] : termsInRows(termsOf(comparison), comparison.rows), [comparison])
  const places = useMemo(() => indexPlaces(terms.filter(({ tone }) => marked[tone])), [terms, marked])
  const { table, show } = usePlaces()

  const goTo = (term: Term) => {
    if (comparison === undefined) return
    setMarked((before) => ({ ...before, [term.tone]: true }))
    const holding = comparison.rows.filter(({ cells }) => cells.some((cell) => cell.passages.some((passage) => (
      term.places.some((place) => place.caseId === cell.caseId && place.field === passage.field && passage.start <= place.start && place.end <= passage.end)
    ))))
    setExpanded((before) => new Set([...before, ...holding.map(({ id }) => id)]))
    show(term.id)
  }

  return (
    <section className={styles.view} aria-label={t('title')} data-content>
      <Toolbar
        ids={ids} onChange={onChange} groups={groups} rows={rows} onRows={setChosenRows} width={width} onWidth={setWidth}
        marked={marked} onMarked={setMarked}
      />
      {error !== null && (
        <Alert className={styles.problem} type="warning" title={textOf(error).message} description={textOf(error).hint} />
      )}
      {comparison === undefined
        ? error === null && <div className={styles.loading}><Spin /></div>
        : (
            <>
              <SharedTerms
                terms={terms.filter(({ tone }) => tone === 'shared')} cases={comparison.cases} order={ids} active={active}
                onHover={setActive} onGoTo={goTo}
              />
              <ComparisonTable
                ref={table} comparison={comparison} ids={ids} groups={groups} width={width} places={places} active={active}
                unique={terms.filter(({ tone }) => tone === 'unique')} expanded={expanded}
                onExpand={(rowId) => setExpanded((before) => toggled(before, rowId))}
                onReorder={onChange} onHover={setActive} onGoTo={goTo}
                onOpen={openCase}
              />
            </>
          )}
      {rows.length === 0 && <Button className={styles.reset} onClick={() => setChosenRows(DEFAULT_ROWS)}>{t('rowsReset')}</Button>}
    </section>
  )
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}
