import { Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import styles from './sidebar.module.css'

/** The button at the end of an entry that offers what can be done with it. */
export function EntryMenu({ name, items }: { name: string; items: NonNullable<MenuProps['items']> }) {
  const { t } = useTranslation('shell')
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <button type="button" className={styles.more} aria-label={t('navigation.actions', { name })}><Icon name="more" size={16} /></button>
    </Dropdown>
  )
}
