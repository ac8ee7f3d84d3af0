import { Dropdown, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLibrary, type ListSort } from '../../../app/LibraryState'
import { Icon } from '../../../components/Icon'
import { useCapabilities } from '../../../app/useStatus'
import { useShell } from '../../../shell/shell-context'
import { SaveSearch } from './SaveSearch'
import styles from './list.module.css'

interface ListHeadProps {
  count: number
  searching: boolean
  pending: boolean
  /** The down arrow goes from the search box into the list. */
  onDown: () => void
}

const sorts: ListSort[] = ['title', 'updated', 'period', 'region']

export function ListHead({ count, searching, pending, onDown }: ListHeadProps) {
  const { t } = useTranslation(['library', 'shell'])
  const { scope, query, setQuery, sort, setSort } = useLibrary()
  const { sidebarShown, toggleSidebar } = useShell()
  const { write } = useCapabilities()
  const field = useRef<InputRef>(null)
  const scopeName = scope.kind === 'all' ? t('shell:navigation.all') : scope.kind === 'tag' ? scope.tag : scope.name
  const counted = !searching ? t('list.count', { count }) : scope.kind === 'all' ? t('list.hits', { count }) : t('list.hitsOf', { scope: scopeName, count })

  return (
    <header className={styles.head}>
      <div className={styles.searchLine}>
        {!sidebarShown && (
          <button type="button" className={styles.iconButton} aria-label={t('shell:navigation.expand')} onClick={toggleSidebar}><Icon name="sidebar" /></button>
        )}
        <Input
          ref={field} type="search" value={query} placeholder={t('list.search')} aria-label={t('list.search')}
          prefix={<Icon name="search" size={16} />}
          suffix={query !== '' && (
            <button type="button" className={styles.iconButton} aria-label={t('list.clear')} onClick={() => { setQuery(''); field.current?.focus() }}>
              <Icon name="close" size={14} />
            </button>
          )}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape' && query !== '') setQuery('')
            if (event.key === 'ArrowDown' || (event.key === 'Enter' && count > 0)) {
              event.preventDefault()
              onDown()
            }
          }}
        />
      </div>
      <div className={styles.scopeLine}>
        <h2 title={scopeName}>{scopeName}</h2>
        <span className={styles.counted} role="status">{pending ? '' : counted}</span>
        {write && searching && !pending && <SaveSearch />}
        <Dropdown
          trigger={['click']}
          menu={{
            selectable: true,
            selectedKeys: [sort],
            items: (searching ? (['relevance', ...sorts] as const) : sorts).map((key) => ({ key, label: t(`list.sorts.${key}`) })),
            onClick: ({ key }) => setSort(key as ListSort),
          }}
        >
          <button type="button" className={styles.sort} aria-label={`${t('list.sort')}：${t(`list.sorts.${sort}`)}`}>
            {t(`list.sorts.${sort}`)}<Icon name="down" size={14} />
          </button>
        </Dropdown>
      </div>
    </header>
  )
}
