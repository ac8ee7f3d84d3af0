import type { Client } from '#api'
import { conflictFieldText, conflictValueText } from '#api/i18n'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './import.module.css'

type Conflict = Awaited<ReturnType<Client['bundles']['merge']>>['conflicts'][number]

/** What both sides changed, with the side that is used. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  return (
    <section className={styles.conflicts} aria-label={t('bundle.conflictsTitle')}>
      <h2>{t('bundle.conflictsTitle')}</h2>
      <p className={styles.note}>{t('bundle.conflictsHint')}</p>
      <table>
        <thead>
          <tr><th scope="col">{t('bundle.record')}</th><th scope="col">{t('bundle.field')}</th><th scope="col">{t('bundle.mine')}</th><th scope="col">{t('bundle.theirs')}</th></tr>
        </thead>
        <tbody>
          {conflicts.map((conflict, index) => (
            <tr key={index}>
              <th scope="row">{conflict.title}</th>
              <td>{conflictFieldText(conflict, texts)}</td>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side} data-kept={conflict.kept === side || undefined}>
                  {conflict.kept === side && <span className={styles.kept}>{t('bundle.kept')}</span>}
                  <span className={styles.value}>{conflictValueText(conflict.field, conflict[side], texts)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
