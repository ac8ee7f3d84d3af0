import { FactKind, type Fact } from '#api'
import { Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../../app/client'
import { useLibrary } from '../../../../app/LibraryState'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { Icon } from '../../../../components/Icon'
import { useTexts } from '../../../../i18n'
import styles from './facts.module.css'

interface FactChipProps {
  caseId: string
  fact: Fact
  onPoint: (field: string, text: string) => void
}

/** A fact that leads to its passage; its menu finds other cases with it and corrects it. */
export function FactChip({ caseId, fact, onPoint }: FactChipProps) {
  const { t } = useTranslation('library')
  const { facts: kinds } = useTexts()
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const { showScope, setQuery } = useLibrary()
  const { kind, key, text, expansion, lost, correctionId } = fact

  const find = (): void => {
    showScope({ kind: 'all' })
    setQuery(`fact:"${key}"`)
  }
  const correct = (to: FactKind | null): void => {
    const done = to === null ? t('facts.rejectedOne', { text }) : t('facts.changed', { text, kind: kinds[to] })
    void change(() => client.facts.correct({ id: caseId, fact: { kind, key }, kind: to }), { done, undo: true })
  }
  const corrections: MenuProps['items'] = [
    { type: 'divider' },
    {
      key: 'kind', label: t('facts.kind'),
      children: FactKind.options.filter((other) => other !== kind).map((other) => ({ key: other, label: kinds[other], onClick: () => correct(other) })),
    },
    { key: 'reject', label: t('facts.reject'), onClick: () => correct(null) },
  ]
  const hint = lost === true ? t('coding.lost') : [expansion, correctionId === undefined ? undefined : t('facts.yours')].filter(Boolean).join(' · ')
  return (
    <span className={styles.chip} data-lost={lost === true || undefined} data-yours={correctionId === undefined ? undefined : true}>
      <button type="button" className={styles.words} title={hint} aria-label={t('reader.showFact', { text })} disabled={lost === true} onClick={() => onPoint(fact.field, text)}>
        {text}
      </button>
      <Dropdown
        trigger={['click']}
        menu={{ items: [{ key: 'find', label: t('facts.find'), onClick: find }, ...(write ? corrections : [])] }}
      >
        <button type="button" className={styles.more} aria-label={t('facts.more', { text })}><Icon name="more" size={14} /></button>
      </Dropdown>
    </span>
  )
}
