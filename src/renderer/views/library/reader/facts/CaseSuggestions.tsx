import type { Case } from '#api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../../app/client'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { Icon } from '../../../../components/Icon'
import { plainText } from '../../../../components/plain-text'
import { TagOffers } from '../../../../components/tag-offers/TagOffers'
import shared from '../reader.module.css'
import styles from './facts.module.css'

/** Tags and themes the case may be given; one that is clicked is taken, and nothing is taken without it. */
export function CaseSuggestions({ item, onPoint }: { item: Case; onPoint: (field: string, text: string) => void }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const { data } = useQuery({ ...useApi().suggestions.forCase.queryOptions({ input: { id: item.id } }), enabled: write })
  if (!write || data === undefined || (data.tags.length === 0 && data.themes.length === 0)) return null
  return (
    <section className={shared.section}>
      <h2 className={shared.label}>{t('suggestions.title')}</h2>
      <dl className={shared.facts}>
        {data.tags.length > 0 && (
          <div>
            <dt>{t('suggestions.tags')}</dt>
            <dd>
              <TagOffers
                offers={data.tags}
                onTake={(tag) => void change(() => client.cases.tag({ ids: [item.id], add: [tag] }), { done: t('suggestions.tagged', { tag }), undo: true })}
              />
            </dd>
          </div>
        )}
        {data.themes.length > 0 && (
          <div>
            <dt>{t('suggestions.themes')}</dt>
            <dd className={styles.themes}>
              {data.themes.map(({ themeId, name, terms, passage: { field, start, exact } }) => (
                <span key={themeId ?? name} className={styles.theme}>
                  <button
                    type="button" className={styles.offer} title={terms.join('、')} aria-label={t('suggestions.code', { theme: name })}
                    onClick={() => void change(
                      () => client.coding.code({ id: item.id, theme: themeId ?? name, field, start, quote: exact }),
                      { done: t('coding.done', { theme: name }), undo: true },
                    )}
                  >
                    <Icon name="plus" size={13} />{name}
                  </button>
                  <button type="button" className={styles.quote} title={t('coding.goTo')} onClick={() => onPoint(field, exact)}>{plainText(exact).text}</button>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
