import type { Client } from '#api'
import { sizeText } from '#api/size-text'
import { useTranslation } from 'react-i18next'
import { ContentRemarks } from '../../components/content-remarks/ContentRemarks'
import styles from './import.module.css'

export type Merged = Awaited<ReturnType<Client['bundles']['merge']>>

/** How many contents of attachments come along, and how much that is. */
export function ContentsLine({ contents: { files, bytes }, name }: { contents: Merged['contents']; name: 'bundle.contentsCome' | 'bundle.contentsCame' }) {
  const { t } = useTranslation('import')
  return files === 0 ? null : <span className={styles.contents}>{t(name, { count: files, size: sizeText(bytes) })}</span>
}

/** Attachments that come by name alone. */
export function WithoutContent({ remarks }: { remarks: Merged['remarks'] }) {
  const { t } = useTranslation('import')
  return <ContentRemarks remarks={remarks} lead={t('bundle.without', { count: remarks.length })} />
}
