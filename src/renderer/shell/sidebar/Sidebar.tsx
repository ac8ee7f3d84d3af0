import { useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useNavigation } from '../../app/navigation'
import { useOptions } from '../../app/options'
import { usePreferences } from '../../app/PreferencesProvider'
import { useCapabilities, useStatus } from '../../app/useStatus'
import { Icon } from '../../components/Icon'
import { Mark } from '../../components/Mark'
import { useDialogs } from '../DialogsProvider'
import { modifier } from '../modifier'
import { useShell } from '../shell-context'
import { useActions } from '../useActions'
import { Collections } from './Collections'
import { Entry } from './Entry'
import { Tags } from './Tags'
import { Themes } from './Themes'
import styles from './sidebar.module.css'

interface SidebarProps {
  width: number
  /** Lies over the view instead of beside it. */
  overlaid: boolean
  /** Its movable edge. */
  children: ReactNode
}

export function Sidebar({ width, overlaid, children }: SidebarProps) {
  const { t } = useTranslation('shell')
  const { title } = useOptions()
  const { view, openView } = useNavigation()
  const { scope, showScope, selected } = useLibrary()
  const { openPalette, toggleSidebar, closeOverlay } = useShell()
  const actions = useActions()
  const status = useStatus()
  const capabilities = useCapabilities()
  const inLibrary = view.name === 'library'

  return (
    <nav
      className={styles.sidebar} style={{ width }} aria-label={t('navigation.label')} data-overlaid={overlaid || undefined}
      onClickCapture={(event) => {
        if (overlaid && (event.target as HTMLElement).closest('[data-entry]') !== null) setTimeout(closeOverlay)
      }}
    >
      <header className={styles.head}>
        <Mark size={34} />
        <div className={styles.name}>
          <h1>{t('product')}</h1>
          <p>{title ?? t('motto')}</p>
        </div>
        <Tooltip title={`${t('navigation.collapse')}　${modifier}B`} placement="right">
          <Button type="text" size="small" aria-label={t('navigation.collapse')} icon={<Icon name="sidebar" />} onClick={toggleSidebar} />
        </Tooltip>
      </header>

      <button type="button" className={styles.search} onClick={openPalette} data-entry>
        <Icon name="search" size={15} />
        <span>{t('navigation.search')}</span>
        <kbd>{modifier}K</kbd>
      </button>

      <div className={styles.scroll}>
        <ul className={styles.entries}>
          <Entry
            icon="book" label={t('navigation.all')} count={status?.cases} current={inLibrary && scope.kind === 'all'}
            onOpen={() => showScope({ kind: 'all' })}
          />
          <Entry
            icon="compare" label={t('navigation.compare')} current={view.name === 'compare'} count={selected.size > 1 ? selected.size : undefined}
            onOpen={actions.compareSelection}
          />
          {capabilities.import && (
            <Entry icon="import" label={t('navigation.import')} current={view.name === 'import'} onOpen={() => openView('import', {})} />
          )}
          <ConflictsEntry />
        </ul>
        <Collections />
        <Themes />
        <Tags />
      </div>

      <footer className={styles.foot}>
        <ul className={styles.entries}>
          {capabilities.write && (
            <Entry
              icon="delete" label={t('navigation.trash')} current={view.name === 'trash'} onOpen={() => openView('trash', {})}
              count={status !== undefined && status.trashed > 0 ? status.trashed : undefined}
            />
          )}
          <Entry icon="settings" label={t('navigation.settings')} current={view.name === 'settings'} onOpen={() => openView('settings', {})} />
        </ul>
        <AppearanceButton />
      </footer>
      {children}
    </nav>
  )
}

/** There only while a colleague's version waits, so that none is forgotten. */
function ConflictsEntry() {
  const { t } = useTranslation('conflicts')
  const { openConflicts } = useDialogs()
  const { data } = useQuery(useApi().conflicts.list.queryOptions({ input: {} }))
  const count = data?.conflicts.length ?? 0
  return count === 0 ? null : <Entry icon="warning" label={t('entry')} title={t('title')} count={count} current={false} onOpen={() => openConflicts()} />
}

function AppearanceButton() {
  const { t } = useTranslation('shell')
  const { appearance, setPreferences } = usePreferences()
  const next = appearance === 'dark' ? 'light' : 'dark'
  return (
    <FootButton label={t(`navigation.${next}`)} onClick={() => setPreferences({ appearance: next })}>
      <Icon name={next === 'dark' ? 'moon' : 'sun'} />
    </FootButton>
  )
}

function FootButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip title={label}>
      <Button type="text" aria-label={label} onClick={onClick} icon={children} data-entry />
    </Tooltip>
  )
}
