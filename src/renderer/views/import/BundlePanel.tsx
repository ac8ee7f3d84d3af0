import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Spin } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { useLibrary } from '../../app/LibraryState'
import { useFailureText } from '../../app/useFailure'
import { useDialogs } from '../../shell/DialogsProvider'
import { ContentsLine, WithoutContent, type Merged } from './BundleContents'
import { Conflicts } from './Conflicts'
import styles from './import.module.css'

type Outcome = { name: 'merged'; result: Merged } | { name: 'undone' }

export interface BundlePanelProps {
  bundles: readonly File[]
  /** Other files wait to be previewed. */
  documentsFollow: boolean
  onDone: () => void
}

/** Merges bundles one after the other, each only after what it would change has been shown. */
export function BundlePanel({ bundles, documentsFollow, onDone }: BundlePanelProps) {
  const { t } = useTranslation('import')
  const [at, setAt] = useState(0)
  const isLast = at === bundles.length - 1
  const next = !isLast ? t('bundle.next') : documentsFollow ? t('bundle.documents') : t('result.more')
  return <OneBundle key={at} file={bundles[at]!} next={next} onNext={() => isLast ? onDone() : setAt(at + 1)} />
}

function OneBundle({ file, next, onNext }: { file: File; next: string; onNext: () => void }) {
  const { t } = useTranslation('import')
  const client = useClient()
  const change = useChange()
  const textOf = useFailureText()
  const { showScope } = useLibrary()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const [again, setAgain] = useState(false)
  const { openConflicts } = useDialogs()
  const { data: plan, error } = useQuery({
    queryKey: ['bundle-preview', file.name, file.size, file.lastModified, again],
    queryFn: () => client.bundles.merge({ file, dryRun: true, again }),
    placeholderData: (before) => before,
    gcTime: 0,
    // What it would change is asked once; after merging the answer would be "nothing".
    enabled: outcome === null && !busy,
  })

  const merge = async () => {
    setBusy(true)
    const result = await change(() => client.bundles.merge({ file, again }))
    if (result !== undefined) setOutcome({ name: 'merged', result })
    setBusy(false)
  }
  const undo = async () => {
    if (await change(() => client.history.undo()) !== undefined) setOutcome({ name: 'undone' })
  }

  if (outcome !== null) {
    const hasConflicts = outcome.name === 'merged' && outcome.result.conflicts.length > 0
    return (
      <Panel title={outcome.name === 'merged' ? t('bundle.done') : t('bundle.undone')}>
        {outcome.name === 'merged' && (
          <p className={styles.lead}>
            {t('bundle.doneSummary', { added: outcome.result.added, updated: outcome.result.updated })}
            <ContentsLine contents={outcome.result.contents} name="bundle.contentsCame" />
          </p>
        )}
        {outcome.name === 'merged' && <WithoutContent remarks={outcome.result.remarks} />}
        {hasConflicts && <p className={styles.note}>{t('bundle.doneConflicts', { count: outcome.result.conflicts.length })}</p>}
        <div className={styles.actions}>
          <Button type="primary" autoFocus onClick={onNext}>{next}</Button>
          {hasConflicts && <Button onClick={() => openConflicts()}>{t('bundle.decide')}</Button>}
          {outcome.name === 'merged' && <Button onClick={() => showScope({ kind: 'all' })}>{t('result.toLibrary')}</Button>}
          {outcome.name === 'merged' && outcome.result.change !== null && <Button onClick={() => void undo()}>{t('bundle.undo')}</Button>}
        </div>
      </Panel>
    )
  }
  if (error !== null) {
    const { code, data } = error as { code?: string; data?: object }
    const { message, hint } = textOf({ code, data: { ...data, file: file.name } })
    return (
      <Panel title={message}>
        <p className={styles.lead} role="alert">{hint}</p>
        <div className={styles.actions}><Button type="primary" autoFocus onClick={onNext}>{next}</Button></div>
      </Panel>
    )
  }
  if (plan === undefined) return <Panel title={t('bundle.reading', { file: file.name })}><Spin /></Panel>

  const nothing = plan.added === 0 && plan.updated === 0 && plan.contents.files === 0
  return (
    <Panel title={t('bundle.title')}>
      <p className={styles.lead}>{nothing ? t(plan.takenBack > 0 ? 'bundle.nothingNew' : 'bundle.nothing') : t('bundle.lead', { file: file.name })}</p>
      <dl className={styles.counts}>
        {(['added', 'updated', 'unchanged'] as const).map((name) => <div key={name}><dt>{t(`bundle.${name}`)}</dt><dd>{plan[name]}</dd></div>)}
        <div><dt>{t('bundle.conflicts')}</dt><dd>{plan.conflicts.length}</dd></div>
      </dl>
      {plan.contents.files > 0 && <p className={styles.lead}><ContentsLine contents={plan.contents} name="bundle.contentsCome" /></p>}
      <WithoutContent remarks={plan.remarks} />
      {plan.takenBack > 0 && (
        <p className={styles.takenBack}>
          <span>{t('bundle.takenBack', { count: plan.takenBack })}</span>
          <Checkbox checked={again} disabled={busy} onChange={(event) => setAgain(event.target.checked)}>{t('bundle.again')}</Checkbox>
        </p>
      )}
      {plan.conflicts.length > 0 && <Conflicts conflicts={plan.conflicts} />}
      <div className={styles.actions}>
        {!nothing && <Button type="primary" loading={busy} onClick={() => void merge()}>{t('bundle.merge')}</Button>}
        <Button onClick={onNext} disabled={busy}>{nothing ? next : t('bundle.cancel')}</Button>
      </div>
    </Panel>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.page} aria-label={title}>
      <div className={styles.result}>
        <h1 className={styles.heading}>{title}</h1>
        {children}
      </div>
    </section>
  )
}
