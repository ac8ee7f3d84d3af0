import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { ProgressPanel } from '../../components/progress/ProgressPanel'
import { BundlePanel } from './BundlePanel'
import { DropZone } from './DropZone'
import styles from './import.module.css'
import { PreviewPanel } from './PreviewPanel'
import { ResultPanel } from './ResultPanel'
import { StoppedPanel } from './StoppedPanel'
import { useImport } from './useImport'
import { usePaste } from './usePaste'

/** From documents to cases: choose files, look at what would be written and what was repaired, write, undo. */
export function ImportView({ initialFiles }: { initialFiles?: File[] }) {
  const { t } = useTranslation('import')
  const api = useApi()
  const { openCase, showScope } = useLibrary()
  const { data: status } = useQuery(api.library.status.queryOptions())
  const flow = useImport()
  const { stage, begin } = flow

  usePaste(stage.name === 'choose' || stage.name === 'done', begin)

  const begun = useRef<File[] | undefined>(undefined)
  useEffect(() => {
    if (initialFiles === undefined || initialFiles.length === 0 || begun.current === initialFiles) return
    begun.current = initialFiles
    begin(initialFiles)
  }, [initialFiles, begin])

  if (status !== undefined && !status.capabilities.import) {
    return (
      <section className={styles.page} aria-label={t('title')}>
        <Empty image={null} description={<><h2 className={styles.heading}>{t('unavailable.title')}</h2><p>{t('unavailable.hint')}</p></>} />
      </section>
    )
  }

  switch (stage.name) {
    case 'choose':
      return <DropZone cancelled={stage.cancelled} onFiles={begin} onResume={(previewId) => void flow.resume(previewId)} />
    case 'bundles':
      return <BundlePanel bundles={stage.bundles} documentsFollow={stage.documents.length > 0} onDone={() => flow.bundlesDone(stage.documents)} />
    case 'preparing':
      return (
        <section className={styles.page} aria-label={t('progress.title')}>
          <ProgressPanel
            progress={stage.progress}
            stage={t(`progress.${stage.progress?.stage ?? 'read'}`)}
            count={t('progress.of', { done: stage.progress?.done, total: stage.progress?.total })}
            cancelLabel={t('progress.cancel')}
            onCancel={() => void flow.cancel()}
          />
        </section>
      )
    case 'stopped':
      return <StoppedPanel read={stage.read} total={stage.total} onGoOn={() => void flow.resume(stage.previewId)} onDiscard={() => void flow.discard()} />
    case 'preview':
      return (
        <PreviewPanel
          preview={stage.preview} unsent={stage.unsent} busy={stage.busy} onReshape={flow.reshape} onRecognised={flow.recognised} onCommit={flow.commit} onDiscard={() => void flow.discard()}
        />
      )
    case 'done':
      return (
        <ResultPanel
          previewId={stage.previewId} result={stage.result} failures={stage.failures} undone={stage.undone} onUndo={flow.undo} onMore={flow.restart}
          onOpen={(caseId) => caseId === undefined ? showScope({ kind: 'all' }) : openCase(caseId)}
        />
      )
  }
}
