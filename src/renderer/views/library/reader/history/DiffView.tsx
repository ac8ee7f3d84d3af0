import type { CaseDiff, SectionDiff, Source } from '#api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../app/client'
import { useFailureText } from '../../../../app/useFailure'
import { useTexts } from '../../../../i18n'
import { Pieces } from './Pieces'
import { useVersionName } from './useVersionName'
import styles from './history.module.css'

interface DiffViewProps {
  id: string
  from: string
  to: string
  /** Show what did not change in full. */
  whole: boolean
}

/** What differs between two versions, field by field; nothing is told by colour alone. */
export function DiffView({ id, from, to, whole }: DiffViewProps) {
  const { t } = useTranslation('library')
  const failureText = useFailureText()
  const { data: diff, error } = useQuery(useApi().history.diff.queryOptions({ input: { id, from, to } }))
  if (error !== null) return <p className={styles.same} role="alert">{failureText(error).message}</p>
  if (diff === undefined) return <div className={styles.scroller} />
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('history.title')}>
      <p className={styles.legend} aria-label={t('history.legend')}><ins>{t('history.added')}</ins><del>{t('history.removed')}</del></p>
      <Difference diff={diff} whole={whole} />
    </div>
  )
}

function Difference({ diff, whole }: { diff: CaseDiff; whole: boolean }) {
  const { t } = useTranslation('library')
  const { fields: names } = useTexts()
  const { list } = useVersionName()
  const others = [...new Set(diff.others.map((field) => (names as Record<string, string>)[field.split('/')[0]!] ?? field))]
  const { old, new: next } = diff.deleted
  const parts: ReactNode[] = [
    old !== next && <p key="deleted" className={styles.deleted}>{t(next ? 'history.wasDeleted' : 'history.wasRestored')}</p>,
    ...diff.fields.map(({ field, pieces }) => <Field key={field} name={names[field]}><Pieces pieces={pieces} whole={whole} /></Field>),
    ...diff.sections.map((section) => <Section key={section.id} section={section} whole={whole} />),
    <Members key="tags" name={names.tags} {...diff.tags} />,
    <Members key="sources" name={names.sources} added={diff.sources.added.map(lineOf)} removed={diff.sources.removed.map(lineOf)} />,
    <Members key="attachments" name={names.attachments} {...diff.attachments} />,
    others.length > 0 && <p key="others" className={styles.note}>{t('history.others', { fields: list(others) })}</p>,
  ]
  const isSame = old === next && others.length === 0
    && [diff.fields, diff.sections, ...[diff.tags, diff.sources, diff.attachments].flatMap(({ added, removed }) => [added, removed])].every(({ length }) => length === 0)
  return isSame ? <p className={styles.same}>{t('history.same')}</p> : <>{parts}</>
}

function Field({ name, state, children }: { name: ReactNode; state?: string; children?: ReactNode }) {
  return (
    <section className={styles.field}>
      <h3>{name}{state !== undefined && <span className={styles.state}>{state}</span>}</h3>
      {children !== undefined && <div className={styles.text}>{children}</div>}
    </section>
  )
}

function Section({ section: { state, role, heading, text, position }, whole }: { section: SectionDiff; whole: boolean }) {
  const { t } = useTranslation('library')
  const { roles } = useTexts()
  const roleName = (key: SectionDiff['role']['new']): string => (key === null ? '' : roles[key])
  const name = heading.pieces.length > 0 ? <Pieces pieces={heading.pieces} whole /> : roleName(role.new ?? role.old)
  const isRoleChanged = role.old !== null && role.new !== null && role.old !== role.new
  const told = state === 'changed' ? undefined
    : state === 'moved' ? t('history.place', { old: position.old, next: position.new }) : t(state === 'added' ? 'history.added' : 'history.removed')
  return (
    <Field name={<>{name}{isRoleChanged && <span className={styles.role}><del>{roleName(role.old)}</del><ins>{roleName(role.new)}</ins></span>}</>} {...(told === undefined ? {} : { state: told })}>
      {text.pieces.some(({ kind }) => kind !== 'same') && <Pieces pieces={text.pieces} whole={whole} />}
    </Field>
  )
}

function Members({ name, added, removed }: { name: string; added: string[]; removed: string[] }) {
  if (added.length + removed.length === 0) return null
  return (
    <Field name={name}>
      <ul className={styles.members}>
        {removed.map((member) => <li key={`-${member}`}><del>{member}</del></li>)}
        {added.map((member) => <li key={`+${member}`}><ins>{member}</ins></li>)}
      </ul>
    </Field>
  )
}

function lineOf({ author, title, container, date, page, url, file }: Source): string {
  return [author, title, container, date, page, url, file].filter(Boolean).join('，')
}
