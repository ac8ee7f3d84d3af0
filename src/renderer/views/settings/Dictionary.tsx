import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { useCapabilities } from '../../app/useStatus'
import styles from './settings.module.css'

/** The library's own words, which tags are suggested from. */
export function Dictionary() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const { data: words = [] } = useQuery(useApi().suggestions.words.queryOptions())
  const set = (wanted: string[]): void => {
    const next = wanted.map((word) => word.trim().slice(0, 80)).filter((word) => word !== '')
    void change(() => client.suggestions.setWords({ add: next.filter((word) => !words.includes(word)), remove: words.filter((word) => !next.includes(word)) }))
  }
  return (
    <section aria-label={t('dictionary.title')}>
      <h2>{t('dictionary.title')}</h2>
      <p className={styles.dictionaryHint}>{t('dictionary.hint')}</p>
      <Select
        mode="tags" open={false} suffixIcon={null} disabled={!write} value={words} tokenSeparators={['，', ',', '、', '；', ';', '\n']}
        aria-label={t('dictionary.title')} placeholder={t('dictionary.add')} className={styles.dictionary} onChange={set}
      />
    </section>
  )
}
