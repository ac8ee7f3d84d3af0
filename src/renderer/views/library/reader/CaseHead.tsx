import type { CaseDetail, ProposedField } from '#api'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { Icon } from '../../../components/Icon'
import { regionText } from '../../../components/region'
import { Seal } from '../../../components/Seal'
import { useTexts } from '../../../i18n'
import { CaseTags } from './CaseTags'
import styles from './reader.module.css'

export function CaseHead({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('library')
  const { case: item, collections } = detail
  const proposed = new Set(item.proposed)
  const badge = (field: ProposedField) => proposed.has(field) && <Proposed id={item.id} field={field} />
  const details = ([
    ['organisation', item.organisation === item.title ? '' : item.organisation],
    ['region', regionText(item.region)],
    ['period', item.period],
  ] as const).filter(([, value]) => value !== '')

  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <div>
          <h1><span data-field="title">{item.title === '' ? t('list.untitled') : item.title}</span>{badge('title')}</h1>
          {details.length > 0 && (
            <p className={styles.details}>
              {details.map(([field, value]) => <span key={field}><span data-field={field}>{value}</span>{badge(field)}</span>)}
            </p>
          )}
        </div>
        {item.modelName !== '' && (
          <div className={styles.model}>
            <Seal text={item.modelName} />
            {badge('modelName')}
          </div>
        )}
      </div>
      <CaseTags item={item} collections={collections} />
    </header>
  )
}

/** Says that a value is the program's proposal, and lets the user confirm it. */
function Proposed({ id, field }: { id: string; field: ProposedField }) {
  const { t } = useTranslation('library')
  const { fields } = useTexts()
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  if (!write) return <span className={styles.proposed} title={t('reader.proposedHint')}>{t('reader.proposed')}</span>
  const label = t('reader.confirmWhat', { field: fields[field] })
  return (
    <button
      type="button" className={styles.proposed} title={`${t('reader.proposedHint')} · ${label}`} aria-label={label}
      onClick={() => void change(() => client.cases.confirm({ id, fields: [field] }))}
    >
      {t('reader.proposed')}<Icon name="check" size={13} />
    </button>
  )
}
