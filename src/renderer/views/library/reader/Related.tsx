import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { useNavigation } from '../../../app/navigation'
import { Icon } from '../../../components/Icon'
import styles from './related.module.css'
import readerStyles from './reader.module.css'

const SHOWN = 5
const REASONS = 5
/** Looked up before the end of the case comes into sight. */
const AHEAD = '400px'

/** The cases most like this one, and what they share with it; looked up once the reader comes near. */
export function Related({ id }: { id: string }) {
  const { t } = useTranslation(['search', 'library'])
  const { openCase } = useLibrary()
  const { openView } = useNavigation()
  const place = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
    }, { rootMargin: AHEAD })
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [])
  const { data } = useQuery({ ...useApi().search.related.queryOptions({ input: { id, limit: SHOWN } }), enabled: near })
  const cases = data?.cases ?? []

  return (
    <section ref={place} className={cases.length === 0 ? styles.unknown : readerStyles.section} aria-label={t('related.title')}>
      {cases.length > 0 && (
        <>
          <h2 className={readerStyles.label}>{t('related.title')}</h2>
          <ul className={styles.cases}>
            {cases.map((other) => (
              <li key={other.id}>
                <div className={styles.what}>
                  <button type="button" className={styles.title} onClick={() => openCase(other.id)}>{other.title || t('library:list.untitled')}</button>
                  <p className={styles.why}>
                    {other.shared.slice(0, REASONS).map(({ kind, text }) => (
                      <span key={`${kind} ${text}`} data-kind={kind} title={t(`related.kinds.${kind}`)}>{text}</span>
                    ))}
                  </p>
                </div>
                <Button
                  size="small" type="text" icon={<Icon name="compare" size={15} />} aria-label={t('related.compare', { title: other.title })}
                  onClick={() => openView('compare', { ids: [id, other.id] })}
                >
                  {t('library:selection.compare')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
