import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../../app/LibraryState'
import { useCapabilities } from '../../../app/useStatus'
import { Icon, type IconName } from '../../../components/Icon'
import { useActions } from '../../../shell/useActions'
import { CollectPopover, TagPopover } from './popovers'
import styles from './list.module.css'

const MOST_COMPARED = 12

/** What can be done with the ticked cases. */
export function SelectionBar() {
  const { t } = useTranslation('library')
  const { selected, setSelected } = useLibrary()
  const { write, exportFormats } = useCapabilities()
  const actions = useActions()
  const ids = [...selected]
  const comparable = ids.length > 1 && ids.length <= MOST_COMPARED

  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selection.label')}>
      <span className={styles.barCount} role="status">{t('selection.count', { count: ids.length })}</span>
      <Tooltip title={comparable ? undefined : t('selection.compareNeeds')}>
        <Button type="primary" size="small" disabled={!comparable} icon={<Icon name="compare" size={15} />} onClick={actions.compareSelection}>
          {t('selection.compare')}
        </Button>
      </Tooltip>
      <span className={styles.barActions}>
        {write && <TagPopover ids={ids}><Action icon="tag" label={t('selection.tag')} /></TagPopover>}
        {write && <CollectPopover ids={ids}><Action icon="collection" label={t('selection.collect')} /></CollectPopover>}
        {exportFormats.length > 0 && <Action icon="export" label={t('selection.export')} onClick={actions.exportSelection} />}
        {write && <Action icon="delete" label={t('selection.delete')} onClick={() => void actions.deleteCases(ids)} />}
        <Action icon="close" label={t('selection.clear')} onClick={() => setSelected([])} />
      </span>
    </div>
  )
}

function Action({ icon, label, ...rest }: { icon: IconName; label: string; onClick?: () => void }) {
  return <Button type="text" size="small" aria-label={label} title={label} icon={<Icon name={icon} size={17} />} {...rest} />
}
