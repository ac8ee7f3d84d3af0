import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../app/LibraryState'
import { useNavigation } from '../../app/navigation'
import { usePreferences } from '../../app/PreferencesProvider'
import { useCapabilities, useStatus } from '../../app/useStatus'
import { EmptyState } from '../../components/EmptyState'
import { PaneDivider } from '../../shell/PaneDivider'
import { useActions } from '../../shell/useActions'
import { CaseList } from './list/CaseList'
import { Reader } from './reader/Reader'
import styles from './library.module.css'

const LIST = { min: 280, max: 560, normal: 360 }

/** The list of cases and the one that is read. */
export function LibraryView() {
  const { t } = useTranslation(['library', 'shell'])
  const { preferences, setPreferences } = usePreferences()
  const { currentId } = useLibrary()
  const status = useStatus()
  const { panes } = preferences
  if (status === undefined) return null
  if (status.cases === 0) return <FirstRun />

  return (
    <div className={styles.library}>
      <section className={styles.list} style={{ width: panes.list }} aria-label={t('list.label')}>
        <CaseList />
      </section>
      <PaneDivider
        label={t('shell:panes.list')} value={panes.list} {...LIST}
        onChange={(list) => setPreferences({ panes: { ...panes, list } })}
      />
      <section className={styles.reader} aria-label={t('reader.label')}>
        {currentId === null
          ? <EmptyState quiet title={t('reader.none')} text={t('reader.noneHint')} />
          : <Reader key={currentId} id={currentId} />}
      </section>
    </div>
  )
}

function FirstRun() {
  const { t } = useTranslation('library')
  const { openView } = useNavigation()
  const capabilities = useCapabilities()
  const { addSample } = useActions()
  if (!capabilities.write) return <EmptyState title={t('empty.title')} text={t('empty.readOnly')} />
  return (
    <EmptyState title={t('empty.title')} text={t('empty.text')}>
      <div className={styles.choice}>
        <Button type="primary" size="large" onClick={() => void addSample()}>{t('empty.sample')}</Button>
        <p>{t('empty.sampleHint')}</p>
      </div>
      {capabilities.import && (
        <div className={styles.choice}>
          <Button size="large" onClick={() => openView('import', {})}>{t('empty.import')}</Button>
          <p>{t('empty.importHint')}</p>
        </div>
      )}
    </EmptyState>
  )
}
