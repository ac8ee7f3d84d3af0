import type { QueryProblem } from '#api'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/Icon'
import styles from './search.module.css'

/** The parts of the query that mean nothing, and what could be written instead. */
export function Problems({ id, problems }: { id: string; problems: QueryProblem[] }) {
  const { t } = useTranslation('search')
  return (
    <ul id={id} className={styles.problems} role="status">
      {problems.map(({ code, start, text }) => (
        <li key={start}><Icon name="warning" size={14} /><span>{t(`problems.${code}`, { text })}</span></li>
      ))}
    </ul>
  )
}
