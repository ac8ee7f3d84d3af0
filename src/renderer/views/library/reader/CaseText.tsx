import type { CaseDetail, Section } from '#api'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '../../../components/Markdown'
import { useTexts } from '../../../i18n'
import { useDialogs } from '../../../shell/DialogsProvider'
import { Attachments } from './attachments/Attachments'
import { CaseHead } from './CaseHead'
import { CodedPassages } from './coding/CodedPassages'
import { CaseSuggestions } from './facts/CaseSuggestions'
import { Facts } from './facts/Facts'
import { Related } from './Related'
import { OpenRepairs } from './OpenRepairs'
import { OriginalText } from './OriginalText'
import { Sources } from './Sources'
import styles from './reader.module.css'

/** A heading of at most this many characters fits the margin and needs no line of its own. */
const MARGIN_HEADING = 6

export function CaseText({ detail, onPoint }: { detail: CaseDetail; onPoint: (field: string, text: string) => void }) {
  const { t } = useTranslation('library')
  const { case: item, passages } = detail
  const open = useMemo(() => item.original?.repairs.filter(({ applied, decided }) => !applied && !decided) ?? [], [item.original])

  return (
    <article className={styles.page} data-content>
      <CaseHead detail={detail} />
      {item.conflicts.length > 0 && <ConflictNotice item={item} />}
      {open.length > 0 && <OpenRepairs item={item} repairs={open} />}
      {item.sections.map((section) => <SectionText key={section.id} section={section} />)}
      {passages.length > 0 && <CodedPassages passages={passages} onPoint={onPoint} />}
      <Facts detail={detail} onPoint={onPoint} />
      <CaseSuggestions item={item} onPoint={onPoint} />
      {item.notes !== '' && (
        <section className={styles.section}>
          <h2 className={styles.label}>{t('reader.notes')}</h2>
          <div className={styles.text} data-field="notes"><Markdown text={item.notes} /></div>
        </section>
      )}
      <Attachments item={item} />
      <Sources sources={item.sources} />
      {item.original !== null && <OriginalText item={item} original={item.original} />}
      <Related id={item.id} />
    </article>
  )
}

/** Says that a colleague's versions wait to be decided on, and leads to them. */
function ConflictNotice({ item }: { item: CaseDetail['case'] }) {
  const { t } = useTranslation('conflicts')
  const { openConflicts } = useDialogs()
  return (
    <p className={styles.conflicts} role="status">
      <span>{t('notice', { count: item.conflicts.length })}</span>
      <Button size="small" onClick={() => openConflicts(item.id)}>{t('decide')}</Button>
    </p>
  )
}

function SectionText({ section }: { section: Section }) {
  const { t } = useTranslation('library')
  const { roles } = useTexts()
  const { role, heading, text, id } = section
  const inMargin = heading === '' || heading.length <= MARGIN_HEADING
  const label = inMargin && heading !== '' ? heading : roles[role]
  const headingField = heading === '' ? {} : { 'data-field': `sections/${id}/heading` }

  return (
    <section className={styles.section} data-role={role}>
      <h2 className={styles.label} {...(inMargin ? headingField : {})}>{label}</h2>
      <div className={styles.text}>
        {!inMargin && <h3 className={styles.heading} {...headingField}>{heading}</h3>}
        <div data-field={`sections/${id}`}>
          {text.trim() === '' ? <p className={styles.faint}>{t('reader.sectionEmpty')}</p> : <Markdown text={text} />}
        </div>
      </div>
    </section>
  )
}
