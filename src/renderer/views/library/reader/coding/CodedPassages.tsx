import type { Passage } from '#api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../../app/client'
import { useLibrary } from '../../../../app/LibraryState'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { Icon } from '../../../../components/Icon'
import { plainText } from '../../../../components/plain-text'
import shared from '../reader.module.css'
import styles from './coding.module.css'

/** The case's coded passages, each leading to its place, with the themes it is coded to. */
export function CodedPassages({ passages, onPoint }: { passages: Passage[]; onPoint: (field: string, text: string) => void }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { showScope } = useLibrary()
  const { write } = useCapabilities()
  const { data: themes = [] } = useQuery(useApi().coding.themes.queryOptions())
  const byId = new Map(themes.map((theme) => [theme.id, theme]))

  return (
    <section className={shared.section}>
      <h2 className={shared.label}>{t('coding.title')}</h2>
      <ul className={styles.passages}>
        {passages.map(({ id, anchor, themeIds, lost }) => (
          <li key={id}>
            {lost
              ? <p className={styles.lost}><span className={styles.words}>{plainText(anchor.exact).text}</span><span className={styles.flag}>{t('coding.lost')}</span></p>
              : (
                  <button type="button" className={styles.goTo} title={t('coding.goTo')} onClick={() => onPoint(anchor.field, anchor.exact)}>
                    <span className={styles.words}>{plainText(anchor.exact).text}</span>
                  </button>
                )}
            <ul className={shared.tags}>
              {themeIds.map((themeId) => {
                const theme = byId.get(themeId)
                if (theme === undefined) return null
                const { name, colour } = theme
                return (
                  <li key={themeId} className={shared.tag} data-field={`themes/${name}`}>
                    <button type="button" onClick={() => showScope({ kind: 'theme', id: themeId, name })}>
                      {colour === '' ? <Icon name="theme" size={14} /> : <span className={styles.spot} style={{ background: colour }} />}{name}
                    </button>
                    {write && (
                      <button
                        type="button" className={shared.untag} aria-label={t('coding.remove', { theme: name })} title={t('coding.remove', { theme: name })}
                        onClick={() => void change(() => client.coding.uncode({ passageId: id, themeId }), { done: t('coding.removed', { theme: name }), undo: true })}
                      >
                        <Icon name="close" size={12} />
                      </button>
                    )}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
