import type { Client } from '#api'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './import.module.css'

type Conflict = Awaited<ReturnType<Client['bundles']['merge']>>['conflicts'][number]

/** What both sides changed, with the side that is used. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation('import')
  const names: Partial<Record<string, string>> = useTexts().fields
  return (
    <section className={styles.conflicts} aria-label={t('bundle.conflictsTitle')}>
      <h2>{t('bundle.conflictsTitle')}</h2>
      <p className={styles.note}>{t('bundle.conflictsHint')}</p>
      <table>
        <thead>
          <tr><th scope="col">{t('bundle.field')}</th><th scope="col">{t('bundle.mine')}</th><th scope="col">{t('bundle.theirs')}</th></tr>
        </thead>
        <tbody>
          {conflicts.map((conflict, index) => (
            <tr key={index}>
              <th scope="row">{names[conflict.field.split('/')[0]!] ?? conflict.field}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side} data-kept={conflict.kept === side || undefined}>
                  {conflict.kept === side && <span className={styles.kept}>{t('bundle.kept')}</span>}
                  {inWords(conflict[side])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Any stored value as text: its strings, joined. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(inWords).filter((word) => word !== '').join('、')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(inWords).filter((word) => word !== '').join(' ')
  return '—'
}
