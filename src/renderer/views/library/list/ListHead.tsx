import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLibrary, type ListSort } from '../../../app/LibraryState'
import { useCapabilities } from '../../../app/useStatus'
import { Icon } from '../../../components/Icon'
import { useLanguage } from '../../../i18n'
import { useShell } from '../../../shell/shell-context'
import { Filters } from '../search/Filters'
import { SavedQuery } from '../search/SavedQuery'
import { SearchBox } from '../search/SearchBox'
import searchStyles from '../search/search.module.css'
import type { Outline } from '../useRows'
import { SaveSearch } from './SaveSearch'
import styles from './list.module.css'

interface ListHeadProps {
  outline: Outline
  /** The down arrow goes from the search box into the list. */
  onDown: () => void
}

const sorts: ListSort[] = ['title', 'updated', 'period', 'region']

/** Above the list: the search box, its filters, and what the list shows. */
export function ListHead({ outline: { total: count, searching, pending, problems, index, listing }, onDown }: ListHeadProps) {
  const { t } = useTranslation(['library', 'shell', 'search'])
  const { scope, sort, setSort, filtersKept, setFiltersKept } = useLibrary()
  const { sidebarShown, toggleSidebar } = useShell()
  const { write } = useCapabilities()
  const language = useLanguage()
  const scopeName = scope.kind === 'all' ? t('shell:navigation.all') : scope.kind === 'tag' ? scope.tag : scope.name
  const counted = !searching ? t('list.count', { count }) : scope.kind === 'all' ? t('list.hits', { count }) : t('list.hitsOf', { scope: scopeName, count })
  const filtersLabel = t(filtersKept ? 'search:hideFilters' : 'search:showFilters')

  return (
    <header className={styles.head}>
      <div className={styles.searchLine}>
        {!sidebarShown && (
          <button type="button" className={styles.iconButton} aria-label={t('shell:navigation.expand')} onClick={toggleSidebar}><Icon name="sidebar" /></button>
        )}
        <SearchBox problems={problems} onDown={onDown} />
        <button
          type="button" className={styles.iconButton} aria-pressed={filtersKept} aria-label={filtersLabel} title={filtersLabel}
          onClick={() => setFiltersKept(!filtersKept)}
        >
          <Icon name="filter" />
        </button>
      </div>
      {(searching || filtersKept) && <Filters listing={listing} />}
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
      <SavedQuery />
      {index !== null && index.done < index.total && (
        <p className={searchStyles.indexing} role="status">
          {t('search:indexing', { done: index.done.toLocaleString(language), total: index.total.toLocaleString(language) })}
        </p>
      )}
    </header>
  )
}
