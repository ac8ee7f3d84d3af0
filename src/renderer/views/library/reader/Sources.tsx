import type { Source } from '#api'
import { useTranslation } from 'react-i18next'
import styles from './reader.module.css'

export function Sources({ sources }: { sources: Source[] }) {
  const { t } = useTranslation('library')
  const lines = sources.map((source, index) => ({ source, index, text: citation(source) })).filter(({ text, source }) => text !== '' || source.file !== undefined)
  if (lines.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.label}>{t('reader.sources')}</h2>
      <ol className={styles.sources}>
        {lines.map(({ source, index, text }) => (
          <li key={index} data-field={`sources/${index}`}>
            {text !== '' ? text : t('reader.file', { file: source.file })}
            {source.url !== undefined && /^https?:\/\//i.test(source.url) && <> <a href={source.url} target="_blank" rel="noopener noreferrer">{source.url}</a></>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Author. Title. Container, date: page. (after GB/T 7714) */
export function citation({ author, title, container, date, page }: Source): string {
  const where = [container, date].filter((part) => part !== undefined && part !== '').join(', ')
  const place = page === undefined || page === '' ? where : `${where}: ${page}`
  return [author, title, place].filter((part) => part !== undefined && part !== '').join('. ')
}
