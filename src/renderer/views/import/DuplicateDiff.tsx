import type { Draft, TextPiece, TextRow } from '#api'
import { Fragment, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import styles from './duplicate.module.css'
import { foldedRows } from './folded-rows'

export interface DuplicateDiffProps {
  previewId: string
  draftId: string
  /** The draft's own; where they change, the two are compared anew. */
  sections: Draft['sections']
  inLibrary: boolean
}

/** The text that is there already on the left, the draft's on the right; what is the same is folded until it is asked for. */
export function DuplicateDiff({ previewId, draftId, sections, inLibrary }: DuplicateDiffProps) {
  const { t } = useTranslation('import')
  const client = useClient()
  const fail = useFailure()
  const [rows, setRows] = useState<TextRow[] | null>(null)
  const [unfolded, setUnfolded] = useState<readonly number[]>([])

  useEffect(() => {
    let isCurrent = true
    client.imports.compareDuplicate({ previewId, draftId })
      .then((compared) => {
        if (!isCurrent) return
        setRows(compared.rows)
        setUnfolded([])
      })
      .catch((error: unknown) => isCurrent && fail(error))
    return () => {
      isCurrent = false
    }
  }, [client, fail, previewId, draftId, sections])

  if (rows === null) return <p className={styles.hint} role="status">{t('duplicate.comparing')}</p>
  const groups = foldedRows(rows)
  const nothing = groups.every(({ kind }) => kind === 'same')
  return (
    <>
      {nothing && <p className={styles.hint}>{t('duplicate.noDifference')}</p>}
      <table className={styles.diff}>
        <thead>
          <tr>
            <th scope="col">{t(inLibrary ? 'duplicate.theirs' : 'duplicate.earlier')}</th>
            <th scope="col">{t('duplicate.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group, index) => group.kind === 'same' && !unfolded.includes(index)
            ? (
                <tr key={index} className={styles.fold}>
                  <td colSpan={2}>
                    <button type="button" onClick={() => setUnfolded([...unfolded, index])}>{t('duplicate.same', { count: group.rows.length })}</button>
                  </td>
                </tr>
              )
            : group.rows.map((row, at) => (
                <tr key={`${index} ${at}`} data-kind={group.kind}>
                  <td><Side pieces={row.old} /></td>
                  <td><Side pieces={row.new} /></td>
                </tr>
              )))}
        </tbody>
      </table>
    </>
  )
}

function Side({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map(({ kind, text }, index) => {
    if (kind === 'added') return <ins key={index}>{text}</ins>
    return kind === 'removed' ? <del key={index}>{text}</del> : <Fragment key={index}>{text}</Fragment>
  })
}
