import { Segmented, Select } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { Script, type Preferences } from '#api'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/PreferencesProvider'
import { useStatus } from '../../app/useStatus'
import { Backups } from './backups/Backups'
import { Check } from './Check'
import { Dictionary } from './Dictionary'
import styles from './settings.module.css'

const languages = ['system', 'zh-Hans', 'zh-Hant', 'en'] as const
const appearances = ['system', 'light', 'dark'] as const

/** @param section what to show first. */
export function SettingsView({ section }: { section?: 'backups' | undefined }) {
  const { t } = useTranslation('settings')
  const { preferences, setPreferences } = usePreferences()
  const status = useStatus()
  useEffect(() => {
    if (section !== undefined) document.getElementById(section)?.scrollIntoView()
  }, [section])

  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <h1>{t('title')}</h1>
        <section aria-label={t('interface')}>
          <h2>{t('interface')}</h2>
          <Line label={t('language')}>
            <Select
              value={preferences.language} aria-label={t('language')} className={styles.select}
              options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
              onChange={(language: Preferences['language']) => setPreferences({ language })}
            />
          </Line>
          <Line label={t('appearance')}>
            <Segmented
              value={preferences.appearance} aria-label={t('appearance')}
              options={appearances.map((value) => ({ value, label: t(`appearances.${value}`) }))}
              onChange={(appearance) => setPreferences({ appearance })}
            />
          </Line>
          <Line label={t('script')}>
            <Segmented
              value={preferences.script} aria-label={t('script')}
              options={Script.options.map((value) => ({ value, label: t(`scripts.${value}`) }))}
              onChange={(script) => setPreferences({ script })}
            />
          </Line>
        </section>
        {status !== undefined && (
          <section aria-label={t('library')}>
            <h2>{t('library')}</h2>
            {status.location !== '' && <Line label={t('location')}><code>{status.location}</code></Line>}
            <Line label={t('cases')}>{status.cases}</Line>
            {status.version !== '' && <Line label={t('version')}>{status.version}</Line>}
            <Check />
          </section>
        )}
        {status !== undefined && <Dictionary />}
        {status !== undefined && status.location !== '' && <Backups />}
      </div>
    </div>
  )
}

export function Line({ label, children }: { label: string; children: ReactNode }) {
  return <div className={styles.line}><span className={styles.label}>{label}</span><span className={styles.value}>{children}</span></div>
}
