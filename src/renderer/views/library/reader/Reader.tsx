import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { useFailureText } from '../../../app/useFailure'
import { EmptyState } from '../../../components/EmptyState'
import { CaseText } from './CaseText'
import { CodingPopover } from './coding/CodingPopover'
import { Editor } from './Editor'
import { History } from './history/History'
import { FindBar } from './find/FindBar'
import { selectedWords, useFind } from './find/useFind'
import { ReaderBar } from './ReaderBar'
import { useMarks } from './useMarks'
import { useMatches } from './useMatches'
import styles from './reader.module.css'

/** One case, to be read or edited. */
export function Reader({ id }: { id: string }) {
  const api = useApi()
  const failureText = useFailureText()
  const { t } = useTranslation('shell')
  const { data, error, refetch } = useQuery(api.cases.get.queryOptions({ input: { id } }))
  const [editing, setEditing] = useState(false)
  const [historyShown, setHistoryShown] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const matches = useMatches(id)
  const { place, openCase, textWanted, setTextWanted, findWanted, setFindWanted } = useLibrary()
  const find = useFind(id)
  const finding = find.text !== null
  const marks = useMarks(scroller, data, finding && find.text !== '' ? find.matches : matches, { hidden: editing, lasting: finding && find.text !== '' })
  const { pointAt } = marks

  useEffect(() => {
    if (place === null || data === undefined || editing) return
    // A whole section has paragraphs, which the rendered text does not join as the source does.
    pointAt(place.field, place.text.trim().split('\n')[0]!)
    openCase(id)
  }, [place, data, editing, pointAt, openCase, id])

  useEffect(() => {
    if (!textWanted || data === undefined) return
    scroller.current?.focus()
    setTextWanted(false)
  }, [textWanted, data, setTextWanted])

  useEffect(() => {
    if (!findWanted || data === undefined) return
    if (!editing) find.open(selectedWords())
    setFindWanted(false)
  }, [findWanted, data, editing, find, setFindWanted])

  if (error !== null) {
    const { message, hint } = failureText(error)
    return <EmptyState quiet title={message} text={hint}><Button onClick={() => void refetch()}>{t('failed.again')}</Button></EmptyState>
  }
  if (data === undefined) return null
  return (
    <div className={styles.reader}>
      {editing
        ? <Editor detail={data} onClose={() => { setEditing(false); setTextWanted(true) }} />
        : (
            <>
              <ReaderBar
                detail={data} marks={finding ? null : marks} onEdit={() => setEditing(true)} onHistory={() => setHistoryShown(true)}
                onFind={() => setFindWanted(true)}
              />
              {finding && <FindBar find={find} marks={marks} onClose={() => { find.close(); scroller.current?.focus() }} />}
              <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={data.case.title} data-findable>
                <CaseText detail={data} onPoint={marks.pointAt} />
              </div>
              <CodingPopover item={data.case} scroller={scroller} />
            </>
          )}
      {historyShown && <History id={id} onClose={() => setHistoryShown(false)} />}
    </div>
  )
}
