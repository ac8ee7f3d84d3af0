import { Script, type CaseDetail } from '#api'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../../app/PreferencesProvider'
import { useCapabilities } from '../../../app/useStatus'
import { Icon } from '../../../components/Icon'
import { useDialogs } from '../../../shell/DialogsProvider'
import { modifier } from '../../../shell/modifier'
import { useActions } from '../../../shell/useActions'
import type { Marks } from './useMarks'
import styles from './reader.module.css'

interface ReaderBarProps {
  detail: CaseDetail
  /** Null where they are gone through elsewhere. */
  marks: Marks | null
  onEdit: () => void
  onHistory: () => void
  onFind: () => void
}

export function ReaderBar({ detail, marks, onEdit, onHistory, onFind }: ReaderBarProps) {
  const { t } = useTranslation(['library', 'search', 'settings'])
  const { write, exportFormats } = useCapabilities()
  const { openExport } = useDialogs()
  const { deleteCases } = useActions()
  const { preferences, setPreferences } = usePreferences()
  const { id, title } = detail.case
  const canExport = exportFormats.length > 0

  return (
    <div className={styles.bar}>
      {marks !== null && marks.count > 0 && (
        <div className={styles.hits}>
          <span role="status">{t('reader.hits', { count: marks.count })}</span>
          <Button type="text" size="small" aria-label={t('reader.previousHit')} title={t('reader.previousHit')} icon={<Icon name="up" size={16} />} onClick={() => marks.go(-1)} />
          <Button type="text" size="small" aria-label={t('reader.nextHit')} title={t('reader.nextHit')} icon={<Icon name="down" size={16} />} onClick={() => marks.go(1)} />
        </div>
      )}
      <div className={styles.barEnd}>
        {write && <Button type="text" icon={<Icon name="edit" size={17} />} onClick={onEdit}>{t('reader.edit')}</Button>}
        {canExport && <Button type="text" icon={<Icon name="export" size={17} />} onClick={() => openExport({ cases: [id] })}>{t('reader.export')}</Button>}
        <Dropdown
          trigger={['click']} placement="bottomRight"
          menu={{
            items: [
              { key: 'find', icon: <Icon name="search" size={16} />, label: t('search:find.open'), extra: `${modifier}F`, onClick: onFind },
              { key: 'history', icon: <Icon name="history" size={16} />, label: t('reader.history'), onClick: onHistory },
              {
                key: 'script', type: 'group' as const, label: t('settings:script'),
                children: Script.options.map((script) => ({
                  key: script, icon: <Icon name={preferences.script === script ? 'check' : 'original'} size={16} />, label: t(`settings:scripts.${script}`), onClick: () => setPreferences({ script }),
                })),
              },
              ...(write ? [{ key: 'delete', danger: true, icon: <Icon name="delete" size={16} />, label: t('reader.delete'), onClick: () => void deleteCases([id], title) }] : []),
            ],
          }}
        >
          <Button type="text" aria-label={t('reader.more')} icon={<Icon name="more" />} />
        </Dropdown>
      </div>
    </div>
  )
}
