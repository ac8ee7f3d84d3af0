import { FactKind, type CaseDetail } from '#api'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../../app/client'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { useTexts } from '../../../../i18n'
import shared from '../reader.module.css'
import { FactChip } from './FactChip'
import styles from './facts.module.css'

/** What was read out of the text, by kind, with what the user said of it; each leads to its passage. */
export function Facts({ detail, onPoint }: { detail: CaseDetail; onPoint: (field: string, text: string) => void }) {
  const { t } = useTranslation('library')
  const { facts: kinds } = useTexts()
  const { case: item, facts, rejectedFacts } = detail
  if (facts.length === 0 && rejectedFacts.length === 0) return null
  return (
    <section className={shared.section}>
      <h2 className={shared.label}>{t('reader.facts')}</h2>
      <dl className={shared.facts}>
        {FactKind.options.map((kind) => {
          const ofKind = [...new Map(facts.filter((fact) => fact.kind === kind).map((fact) => [fact.key, fact])).values()]
          if (ofKind.length === 0) return null
          return (
            <div key={kind}>
              <dt>{kinds[kind]}</dt>
              <dd>{ofKind.map((fact) => <FactChip key={fact.key} caseId={item.id} fact={fact} onPoint={onPoint} />)}</dd>
            </div>
          )
        })}
        {rejectedFacts.length > 0 && <Rejected facts={rejectedFacts} />}
      </dl>
    </section>
  )
}

/** What the user said is no fact, to be taken back. */
function Rejected({ facts }: { facts: CaseDetail['rejectedFacts'] }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  return (
    <div>
      <dt>{t('facts.rejected')}</dt>
      <dd>
        {facts.map(({ key, kind, text, correctionId }) => (
          <button
            key={`${kind} ${key}`} type="button" className={styles.rejected} disabled={!write} aria-label={t('facts.restore', { text })} title={t('facts.restore', { text })}
            onClick={() => void change(() => client.facts.restore({ correctionId: correctionId! }))}
          >
            {text}
          </button>
        ))}
      </dd>
    </div>
  )
}
