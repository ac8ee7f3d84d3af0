import type { LibraryStatus, ProblemCode } from '#api'
import { problemText } from '#api/i18n'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../app/client'
import { useNavigation } from '../app/navigation'
import { useFailure } from '../app/useFailure'
import { useLanguage } from '../i18n'
import styles from './notices.module.css'

/** Problems of which the damaged bytes were put aside. */
const KEPT_ASIDE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['JOURNAL_TAIL_CUT', 'SNAPSHOT_DAMAGED'])

/** What was found after an unclean end, what was done about it, and what the user can do now. */
export function RecoveryDialog({ status, onClose, onDismiss }: { status: LibraryStatus; onClose(): void; onDismiss(): void }) {
  const { t } = useTranslation(['shell', 'settings'])
  const language = useLanguage()
  const { openView } = useNavigation()
  const fail = useFailure()
  const { mutate: check, data: checked, isPending } = useMutation({ ...useApi().library.check.mutationOptions(), onError: fail })
  const { recovery, damagedLocation } = status

  const showBackups = (): void => {
    onClose()
    openView('settings', { section: 'backups' })
  }

  return (
    <Modal
      open width={600} title={t('recovery.title')} onCancel={onClose}
      footer={[
        <Button key="backups" onClick={showBackups}>{t('recovery.backups')}</Button>,
        <Button key="check" loading={isPending} onClick={() => check(undefined)}>{t('settings:checkNow')}</Button>,
        <Button key="dismiss" type="primary" onClick={onDismiss}>{t('recovery.dismiss')}</Button>,
      ]}
    >
      <div className={styles.story}>
        <p>{t('recovery.story')}</p>
        <ul>{recovery.map((problem) => <li key={`${problem.code} ${problem.detail}`}>{problemText(problem, language)}</li>)}</ul>
        {damagedLocation !== '' && recovery.some(({ code }) => KEPT_ASIDE.has(code)) && (
          <p>{t('recovery.kept')}<code>{damagedLocation}</code></p>
        )}
        <p className={styles.outcome} role="status">
          {checked === undefined ? t('recovery.hint')
            : checked.ok ? t('settings:checkFine') : [t('settings:checkProblems', { count: checked.problems.length }), ...checked.problems.map((problem) => problemText(problem, language))].join('\n')}
        </p>
      </div>
    </Modal>
  )
}
