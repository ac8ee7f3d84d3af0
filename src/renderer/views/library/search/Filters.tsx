import type { Facet } from '#api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { Icon } from '../../../components/Icon'
import { withinScope, type Listing } from '../rows'
import styles from './search.module.css'

const KINDS = ['region', 'tag', 'theme', 'year', 'has'] as const

/** What the cases found have: a value is asked for with a click, and let go with another. */
export function Filters({ listing }: { listing: Listing }) {
  const { t } = useTranslation('search')
  const { setQuery } = useLibrary()
  const { data } = useQuery({
    ...useApi().search.facets.queryOptions({ input: { ...withinScope(listing.scope), query: listing.query } }),
    placeholderData: keepPreviousData,
  })
  const facets = data?.facets ?? []
  if (facets.length === 0) return null
  const active = facets.filter((facet) => facet.active)
  const valueOf = ({ kind, value }: Facet): string => (kind === 'has' ? t(`has.${value as 'source'}`, { defaultValue: value }) : value)

  return (
    <div className={styles.filters} role="group" aria-label={t('filters')}>
      {active.map((facet) => (
        <button
          key={`${facet.kind} ${facet.value}`} type="button" className={styles.chip} data-active
          aria-label={t('letGo', { value: valueOf(facet) })} title={t('letGo', { value: valueOf(facet) })} onClick={() => setQuery(facet.query)}
        >
          <span>{valueOf(facet)}</span><Icon name="close" size={12} />
        </button>
      ))}
      {KINDS.map((kind) => {
        const values = facets.filter((facet) => facet.kind === kind)
        return values.length > 0 && (
          <Dropdown
            key={kind} trigger={['click']}
            menu={{
              className: styles.values!,
              items: values.map((facet) => ({
                key: facet.value,
                label: (
                  <span className={styles.value}>
                    <span className={styles.valueText}>{valueOf(facet)}</span>
                    {facet.active ? <Icon name="check" size={14} /> : <span className={styles.valueCount}>{facet.count}</span>}
                  </span>
                ),
                onClick: () => setQuery(facet.query),
              })),
            }}
          >
            <button type="button" className={styles.chip}>{t(`kinds.${kind}`)}<Icon name="down" size={12} /></button>
          </Dropdown>
        )
      })}
    </div>
  )
}
