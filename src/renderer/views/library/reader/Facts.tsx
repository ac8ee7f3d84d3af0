import { FactKind, type Fact } from '#api'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../../i18n'
import styles from './reader.module.css'

/** What was read out of the text, by kind; each leads to its passage. */
export function Facts({ facts, onPoint }: { facts: Fact[]; onPoint: (field: string, text: string) => void }) {
  const { t } = useTranslation('library')
  const { facts: kinds } = useTexts()
  return (
    <section className={styles.section}>
      <h2 className={styles.label}>{t('reader.facts')}</h2>
      <dl className={styles.facts}>
        {FactKind.options.map((kind) => {
          const ofKind = [...new Map(facts.filter((fact) => fact.kind === kind).map((fact) => [fact.key, fact])).values()]
          if (ofKind.length === 0) return null
          return (
            <div key={kind}>
              <dt>{kinds[kind]}</dt>
              <dd>
                {ofKind.map((fact) => (
                  <button
                    key={fact.key} type="button" className={styles.fact} title={fact.expansion}
                    aria-label={t('reader.showFact', { text: fact.text })} onClick={() => onPoint(fact.field, fact.text)}
                  >
                    {fact.text}
                  </button>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
