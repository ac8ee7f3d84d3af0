import type { ContentRemark } from '#api'
import { sizeText } from '#api/size-text'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './content-remarks.module.css'

const SHOWN = 4

/** Attachments that go or come without their content, under words that say which it is: the first few by name. */
export function ContentRemarks({ remarks, lead }: { remarks: readonly ContentRemark[]; lead: string }) {
  const { t } = useTranslation('export')
  const reasons = useTexts().contentRemarks
  if (remarks.length === 0) return null
  return (
    <section className={styles.remarks} aria-label={lead}>
      <p>{lead}</p>
      <ul>
        {remarks.slice(0, SHOWN).map(({ code, title, name, bytes }, index) => (
          <li key={index}>
            <span className={styles.name}>{name}</span>
            <span className={styles.detail}>{t('remark', { title, size: sizeText(bytes), reason: reasons[code] })}</span>
          </li>
        ))}
      </ul>
      {remarks.length > SHOWN && <p className={styles.detail}>{t('moreRemarks', { count: remarks.length - SHOWN })}</p>}
    </section>
  )
}
